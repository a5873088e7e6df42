package dev.slipway.capability.cluster;

import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.NetworkEdge.Protocol;
import dev.slipway.plan.binding.Tier;
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

    private static final String API = "the API of Kubernetes";
    private static final int HTTP = 80;
    private static final int HTTPS = 443;
    private static final int DNS = 53;

    /** Of the Service before the API, of kind's and of minikube's own. */
    private static final List<Integer> LOCAL_API_PORTS = List.of(HTTPS, 6443, 8443);

    /** Where containers and virtual machines of one's own have their addresses: RFC 1918. */
    private static final List<Cidr> OWN_MACHINE =
            List.of(Cidr.of("10.0.0.0/8"), Cidr.of("172.16.0.0/12"), Cidr.of("192.168.0.0/16"));

    private ClusterNetwork() {}

    static List<NetworkEdge> necessities(Cidr services) {
        Peer resolver = new Peer.OfRange(new Cidr(services.address() + RESOLVER, Integer.SIZE));
        List<NetworkEdge> edges = new ArrayList<>(names(resolver));
        edges.addAll(namesByPods());
        edges.add(out(IDENTITY_AGENT, HTTP, Protocol.TCP, "necessity: credentials"));
        return List.copyOf(edges);
    }

    /** Name resolution where CoreDNS runs as pods and nothing else is needed. */
    static List<NetworkEdge> namesByPods() {
        return names(RESOLVER_PODS);
    }

    private static List<NetworkEdge> names(Peer resolver) {
        return List.of(
                out(resolver, DNS, Protocol.UDP, "necessity: names"),
                out(resolver, DNS, Protocol.TCP, "necessity: names"));
    }

    /** The API of EKS: the first address of the Services' range, and its interfaces in the private subnets. */
    static List<NetworkEdge> api(Cidr services) {
        Peer service = new Peer.OfRange(new Cidr(services.address() + 1, Integer.SIZE));
        return List.of(
                out(service, HTTPS, Protocol.TCP, API),
                out(new Peer.OfSubnets(Tier.PRIVATE), HTTPS, Protocol.TCP, API));
    }

    /** The API of a cluster on one's own machine, whose node has an address that its tool chooses. */
    static List<NetworkEdge> apiOnOwnMachine() {
        return OWN_MACHINE.stream()
                .flatMap(range ->
                        LOCAL_API_PORTS.stream().map(port -> out(new Peer.OfRange(range), port, Protocol.TCP, API)))
                .toList();
    }

    private static NetworkEdge out(Peer peer, int port, Protocol protocol, String reason) {
        return new NetworkEdge(Direction.OUT, peer, port, protocol, reason, Origin.unknown());
    }
}
