package dev.slipway.platform;

import static java.util.Objects.requireNonNull;

/**
 * A finding of a rule that is as it should be, and why. It stands where the finding arises: on a service, an environment or
 * the platform.
 *
 * <pre>{@code
 * Service.java("report").accepts("kubernetes/replicas-zones", "one replica is enough for a nightly report")
 * }</pre>
 *
 * @param rule id of the rule: {@code kubernetes/replicas-zones}
 * @param reason for whoever reads the code, the reference and the output of {@code slipway check}
 */
public record Acceptance(String rule, String reason, Origin origin) {
    public Acceptance {
        requireNonNull(rule, "rule");
        requireNonNull(reason, "reason");
    }
}
