package dev.slipway.plan.binding;

import dev.slipway.platform.Origin;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A way on the network that a service's pods need.
 *
 * @param direction as seen from the pod
 * @param reason the need or necessity, in a reader's words
 */
public record NetworkEdge(Direction direction, Peer peer, int port, Protocol protocol, String reason, Origin origin) {
    /** Who opens the connection. */
    public enum Direction {
        IN,
        OUT
    }

    public enum Protocol {
        TCP,
        UDP
    }

    /** The other end. */
    public sealed interface Peer {
        /** The pods of another service of the platform. */
        record OfService(String service) implements Peer {}

        /** The planned address ranges of the subnets of a tier. */
        record OfSubnets(Tier tier) implements Peer {}

        /** A host outside, by its name. */
        record OfHost(String host) implements Peer {}

        /** One address range. */
        record OfRange(Cidr range) implements Peer {}

        /** Pods of something else in the cluster, by namespace and labels. */
        record OfPods(String namespace, Map<String, String> labels) implements Peer {
            public OfPods {
                labels = Collections.unmodifiableMap(new TreeMap<>(labels));
            }
        }
    }

    public static NetworkEdge out(Peer peer, int port, String reason, Origin origin) {
        return new NetworkEdge(Direction.OUT, peer, port, Protocol.TCP, reason, origin);
    }

    public static NetworkEdge in(Peer peer, int port, String reason, Origin origin) {
        return new NetworkEdge(Direction.IN, peer, port, Protocol.TCP, reason, origin);
    }
}
