package dev.slipway.trace;

import dev.slipway.platform.Origin;

/**
 * Why something is there.
 *
 * @param declared the need, choice or service, in a reader's words: {@code order: publishes order.placed}; what nobody
 *     declared starts with {@value #DEFAULT}
 * @param origin where it stands in the user's program; of a default, where the environment or service stands that could
 *     say otherwise
 */
public record Cause(String declared, Origin origin) {
    static final String DEFAULT = "default of Slipway: ";

    /** Whether it is there though nobody asked for it. */
    public boolean isDefault() {
        return declared.startsWith(DEFAULT);
    }

    /** Whether it is a service, or something that the service declares. */
    public boolean isOf(String service) {
        return declared.startsWith(service + ": ")
                || declared.equals("service " + service)
                || declared.startsWith("service %s: ".formatted(service));
    }

    /** {@code order: publishes order.placed (Shop.java:21)}. */
    @Override
    public String toString() {
        return "%s (%s)".formatted(declared, origin);
    }
}
