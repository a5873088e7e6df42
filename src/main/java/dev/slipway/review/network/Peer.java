package dev.slipway.review.network;

import dev.slipway.review.Tree;
import dev.slipway.review.workload.Container;
import dev.slipway.review.workload.Workload;
import java.util.Locale;
import java.util.Optional;

/** One end of a way on the network, as policies see it. */
sealed interface Peer {
    /** Pods, with the labels of their namespace. */
    record Pods(Workload workload, Tree namespaceLabels) implements Peer {
        String namespace() {
            return workload.namespace();
        }

        /** The number of a port that a policy names. */
        Optional<Long> port(String name) {
            return workload.allContainers().stream()
                    .map((Container container) -> container.port(name))
                    .flatMap(Optional::stream)
                    .findFirst();
        }

        @Override
        public String toString() {
            return workload.name();
        }
    }

    /** One address, or a range. */
    record Addresses(String text, Cidr cidr) implements Peer {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Some private address, which nobody here knows. */
    record Somewhere(String text) implements Peer {
        @Override
        public String toString() {
            return text;
        }
    }

    /** A host by its name, whose addresses nobody here knows. */
    record Host(String name) implements Peer {
        boolean isNamedBy(String pattern) {
            String lower = name.toLowerCase(Locale.ROOT);
            String wanted = pattern.toLowerCase(Locale.ROOT);
            return wanted.startsWith("*.") ? lower.endsWith(wanted.substring(1)) : lower.equals(wanted);
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
