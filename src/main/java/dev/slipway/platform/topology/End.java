package dev.slipway.platform.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What a need links its service with. Ends that are equal are one in the picture. */
public sealed interface End {
    /** A topic, which everybody who names it shares. */
    record OfTopic(String name, int partitions, Optional<String> key, boolean compacted, Optional<Duration> retention)
            implements End {}

    /**
     * Something that keeps what a service knows: a database, a cache, a bucket, a secret.
     *
     * @param kind in a reader's words: {@code postgres}
     * @param name where there may be several of a kind
     * @param isShared whether the same name means the same store for every service
     */
    record OfStore(String kind, Optional<String> name, boolean isShared) implements End {
        /** The one of its kind that a service has for itself: {@code own("postgres")}. */
        public static OfStore own(String kind) {
            return new OfStore(kind, Optional.empty(), false);
        }

        /** One of several that a service has for itself: {@code own("secret", "smtp")}. */
        public static OfStore own(String kind, String name) {
            return new OfStore(kind, Optional.of(name), false);
        }

        /** One that others may share: {@code shared("bucket", "invoices")}. */
        public static OfStore shared(String kind, String name) {
            return new OfStore(kind, Optional.of(name), true);
        }
    }

    /** Another service of the platform. */
    record OfService(String name) implements End {}

    /** A host outside of the platform, and its port. */
    record OfHost(String host, int port) implements End {}

    /**
     * The pods of another namespace of the cluster.
     *
     * @param port on which they listen, where they do
     */
    record OfNamespace(String name, OptionalInt port) implements End {}

    /** A path below which requests come from the internet. */
    record OfRoute(String path) implements End {}
}
