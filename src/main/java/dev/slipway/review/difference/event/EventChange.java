package dev.slipway.review.difference.event;

import java.util.Comparator;

/**
 * Something that changes for those who publish or consume a topic.
 *
 * <pre>{@code
 * prod order.placed: has no producer any more, and payment waits for it
 * }</pre>
 *
 * @param environment where; empty where it is about a schema, which holds everywhere
 * @param topic {@code order.placed}
 * @param isBreaking whether somebody who was fine before is not after it
 */
public record EventChange(String environment, String topic, String what, boolean isBreaking)
        implements Comparable<EventChange> {
    private static final Comparator<EventChange> ORDER = Comparator.comparing(
                    EventChange::isBreaking, Comparator.reverseOrder())
            .thenComparing(EventChange::environment)
            .thenComparing(EventChange::topic)
            .thenComparing(EventChange::what);

    /** What breaks somebody first. */
    @Override
    public int compareTo(EventChange other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(environment.isEmpty() ? "schema" : environment, topic, what);
    }
}
