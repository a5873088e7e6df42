package dev.slipway.capability.cluster;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.NetworkEdge.Protocol;
import dev.slipway.platform.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The addresses inside a cluster of EKS, and what each of its pods must reach. */
final class ClusterNetwork {
    /** Where Kubernetes Services have their addresses in the clusters that we make. */
    static final Cidr SERVICES = Cidr.of("172.20.0.0/16");

    /**
     * The tenth address of the Services' range, on every cluster of EKS. Auto Mode runs name resolution on the node, where
     * no selector of pods finds it, and policies have to admit the address itself:
     * https://github.com/aws/containers-roadmap/issues/2552.
     */
    private static final int RESOLVER = 10;

    /** Where CoreDNS runs as pods, as it does on nodes that Auto Mode does not manage. */
    private static final Peer RESOLVER_PODS = new Peer.OfPods("kube-system", Map.of("k8s-app", "kube-dns"));

    /** https://docs.aws.amazon.com/eks/latest/userguide/pod-id-how-it-works.html. */
    private static final Peer IDENTITY_AGENT = new Peer.OfRange(Cidr.host("169.254.170.23"));

    private static final int HTTP = 80;
    private static final int DNS = 53;

    private ClusterNetwork() {}

    static List<NetworkEdge> necessities(Cidr services) {
        Peer resolver = new Peer.OfRange(new Cidr(services.address() + RESOLVER, Integer.SIZE));
        List<NetworkEdge> edges = new ArrayList<>();
        for (Peer peer : List.of(resolver, RESOLVER_PODS)) {
            for (Protocol protocol : List.of(Protocol.UDP, Protocol.TCP)) {
                edges.add(out(peer, DNS, protocol, "necessity: names"));
            }
        }
        edges.add(out(IDENTITY_AGENT, HTTP, Protocol.TCP, "necessity: credentials"));
        return List.copyOf(edges);
    }

    private static NetworkEdge out(Peer peer, int port, Protocol protocol, String reason) {
        return new NetworkEdge(Direction.OUT, peer, port, protocol, reason, Origin.unknown());
    }
}
