package dev.slipway.review.finding;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;

/**
 * Something in what was rendered that AWS or a cluster would refuse, or take and not run.
 *
 * <pre>{@code
 * Finding.about(deployment, "spec.replicas", "(1) must be at least 2.")
 * }</pre>
 *
 * @param rule stable, so that it can be searched for: {@code kubernetes/selector}
 * @param object what it is about, and in which file: {@code Deployment order in dev/order.k8s.yaml}
 * @param field path of what is wrong: {@code spec.template.spec.containers.0.env.3.name}; empty where it is the whole
 * @param what the value and what it must be
 * @param fix what to do about it; empty until the rule that found it says so
 */
public record Finding(
        String rule, Severity severity, String object, String field, String what, String fix, Location location) {
    /** An error, of which only the text is known. */
    public Finding(String rule, String object, String field, String what) {
        this(rule, Severity.ERROR, object, field, what, "", Location.UNKNOWN);
    }

    /** About a field of a Kubernetes object, or the whole of it; the rule that returns it names it. */
    public static Finding about(Manifest manifest, String field, String what) {
        return new Finding("", Severity.ERROR, manifest.toString(), field, what, "", Location.of(manifest));
    }

    /** About a property of an AWS resource, or the whole of it: {@code Properties.Name}. */
    public static Finding about(Resource resource, String field, String what) {
        return new Finding("", Severity.ERROR, resource.toString(), field, what, "", Location.of(resource.template()));
    }

    /** The same by a rule: what it says of itself. What is only a warning stays one. */
    public Finding by(String newRule, Severity newSeverity, String newFix) {
        Severity milder = isError() ? newSeverity : Severity.WARNING;
        return new Finding(newRule, milder, object, field, what, newFix, location);
    }

    /** The same by a rule of which nothing else is known. */
    public Finding by(String newRule) {
        return by(newRule, severity, fix);
    }

    /** The same, which stops nothing, whatever its rule says of others. */
    public Finding asWarning() {
        return new Finding(rule, Severity.WARNING, object, field, what, fix, location);
    }

    /** The same, of a service: for what stands in a file that is not its own. */
    public Finding ofService(String name) {
        return at(location.ofService(name));
    }

    /** The same at another place. */
    public Finding at(Location newLocation) {
        return new Finding(rule, severity, object, field, what, fix, newLocation);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** {@code Deployment order in dev/order.k8s.yaml: spec.replicas (1) must be at least 2.} */
    public String text() {
        String about = field.isEmpty() ? object : object + ": " + field;
        return about.isEmpty() ? what : about + " " + what;
    }

    @Override
    public String toString() {
        return "%s %s: %s %s".formatted(rule, object, field, what);
    }
}
