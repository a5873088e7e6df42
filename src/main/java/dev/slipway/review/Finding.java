package dev.slipway.review;

/**
 * Something in what was rendered that AWS or a cluster would refuse, or take and not run.
 *
 * @param rule stable, so that it can be searched for: {@code kubernetes/selector}
 * @param object what it is about, and in which file: {@code Deployment order in dev/order.k8s.yaml}
 * @param field path of what is wrong: {@code spec.template.spec.containers.0.env.3.name}
 * @param what the value and what it must be
 */
public record Finding(String rule, String object, String field, String what) {
    @Override
    public String toString() {
        return "%s %s: %s %s".formatted(rule, object, field, what);
    }
}
