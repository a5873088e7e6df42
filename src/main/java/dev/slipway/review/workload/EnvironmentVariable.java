package dev.slipway.review.workload;

/**
 * An environment variable of a container, and where its value comes from.
 *
 * <pre>{@code
 * container.variable("DATABASE_HOST").orElseThrow().source()   // parameter /ordering/prod/database/endpoint
 * }</pre>
 */
public record EnvironmentVariable(String name, Source source) {
    /** Where a value comes from. */
    public sealed interface Source {}

    /** It stands in the manifests: in the container itself, or in a ConfigMap. */
    public record Literal(String value) implements Source {
        @Override
        public String toString() {
            return "the literal " + value;
        }
    }

    /** A parameter of AWS Systems Manager, which an ExternalSecret fetches: {@code /ordering/prod/database/endpoint}. */
    public record Parameter(String name) implements Source {
        @Override
        public String toString() {
            return "parameter " + name;
        }
    }

    /**
     * A secret outside the cluster, which an ExternalSecret fetches.
     *
     * @param property field of the secret; empty where the whole of it is taken
     */
    public record Secret(String name, String property) implements Source {
        @Override
        public String toString() {
            return property.isEmpty() ? "secret " + name : "secret %s, property %s".formatted(name, property);
        }
    }

    /** A Secret of the cluster that no ExternalSecret makes. */
    public record ClusterSecret(String name, String key) implements Source {
        @Override
        public String toString() {
            return "Secret %s of the cluster, key %s".formatted(name, key);
        }
    }

    /** A ConfigMap that is not among the manifests. */
    public record ForeignConfigMap(String name, String key) implements Source {
        @Override
        public String toString() {
            return "ConfigMap %s, which is not among the manifests, key %s".formatted(name, key);
        }
    }

    /** The pod itself: {@code status.podIP}, {@code limits.memory}. */
    public record PodField(String path) implements Source {
        @Override
        public String toString() {
            return "the pod's " + path;
        }
    }

    @Override
    public String toString() {
        return name + " from " + source;
    }
}
