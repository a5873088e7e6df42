package dev.slipway.plan.binding;

/**
 * An environment variable of a service's container.
 *
 * @param reason the need or default that sets it, in a reader's words
 */
public record Variable(String name, Source source, String reason) {
    /** Where the value of a variable comes from. */
    public sealed interface Source {
        /** Known when planned. */
        record Plain(String value) implements Source {}

        /** Written to Parameter Store by a stack. */
        record FromParameter(Parameter parameter) implements Source {}

        /** A property of a secret in Secrets Manager. */
        record FromSecret(String secret, String property) implements Source {}

        /** A key of a Secret that something in the cluster makes. */
        record FromClusterSecret(String secret, String key) implements Source {}
    }

    public static Variable plain(String name, String value, String reason) {
        return new Variable(name, new Source.Plain(value), reason);
    }

    public static Variable from(String name, Parameter parameter, String reason) {
        return new Variable(name, new Source.FromParameter(parameter), reason);
    }

    /** A key of a Secret in the cluster: {@code fromCluster("KAFKA_PASSWORD", "order.kafka.user", "password", "kafka")}. */
    public static Variable fromCluster(String name, String secret, String key, String reason) {
        return new Variable(name, new Source.FromClusterSecret(secret, key), reason);
    }

    public static Variable fromSecret(String name, String secret, String property, String reason) {
        return new Variable(name, new Source.FromSecret(secret, property), reason);
    }
}
