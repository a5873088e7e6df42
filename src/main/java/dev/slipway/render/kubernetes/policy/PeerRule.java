package dev.slipway.render.kubernetes.policy;

import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All that is allowed with one peer in one direction: {@code PeerRule.of(edges, Direction.OUT)}. */
public record PeerRule(Peer peer, SortedSet<Port> ports) {
    /** A port, and what is spoken on it. */
    public record Port(int number, NetworkEdge.Protocol protocol) {}

    private static final Comparator<Port> ORDER =
            Comparator.comparingInt(Port::number).thenComparing(Port::protocol);

    /** The rules of the edges of a direction, sorted by peer, so that the order of declaration changes nothing. */
    public static List<PeerRule> of(List<NetworkEdge> edges, Direction direction) {
        SortedMap<String, PeerRule> rules = new TreeMap<>();
        edges.stream().filter(edge -> edge.direction() == direction).forEach(edge -> rules.computeIfAbsent(
                        key(edge.peer()), key -> new PeerRule(edge.peer(), new TreeSet<>(ORDER)))
                .ports()
                .add(new Port(edge.port(), edge.protocol())));
        return List.copyOf(rules.values());
    }

    private static String key(Peer peer) {
        if (peer instanceof Peer.OfService service) {
            return "service " + service.service();
        }
        if (peer instanceof Peer.OfPods pods) {
            return "pods %s %s".formatted(pods.namespace(), new TreeMap<>(pods.labels()));
        }
        if (peer instanceof Peer.OfSubnets subnets) {
            return "subnets " + subnets.tier();
        }
        return peer instanceof Peer.OfRange range ? "range " + range.range() : "host " + ((Peer.OfHost) peer).host();
    }
}
