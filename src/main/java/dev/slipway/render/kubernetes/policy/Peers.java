package dev.slipway.render.kubernetes.policy;

import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.kubernetes.Labels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cdk8s.plus34.k8s.IpBlock;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.NetworkPolicyPeer;

/** The other ends of the ways of a service, or of something else, in the words of a NetworkPolicy. */
record Peers(Place place, String name) {
    private static final String ANYWHERE = "0.0.0.0/0";

    /**
     * What is no public address: networks of one's own, of carriers, of the link (instance metadata among them) and of
     * the host itself. https://www.iana.org/assignments/iana-ipv4-special-registry.
     */
    private static final List<String> NOT_PUBLIC =
            List.of("10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

    private static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

    /** Never empty: a rule without peers would allow every one. */
    List<NetworkPolicyPeer> of(Peer peer) {
        if (peer instanceof Peer.OfService service) {
            return List.of(NetworkPolicyPeer.builder()
                    .podSelector(labelled(Labels.selector(place, service.service())))
                    .build());
        }
        if (peer instanceof Peer.OfPods pods) {
            return List.of(pods(pods));
        }
        if (peer instanceof Peer.OfSubnets subnets) {
            return subnets(subnets.tier()).stream().map(Peers::range).toList();
        }
        return peer instanceof Peer.OfRange range ? List.of(range(range.range())) : List.of(anyHost());
    }

    private static NetworkPolicyPeer pods(Peer.OfPods pods) {
        NetworkPolicyPeer.Builder peer =
                NetworkPolicyPeer.builder().namespaceSelector(labelled(Map.of(NAMESPACE_NAME, pods.namespace())));
        if (!pods.labels().isEmpty()) {
            peer.podSelector(labelled(new TreeMap<>(pods.labels())));
        }
        return peer.build();
    }

    private static LabelSelector labelled(Map<String, String> labels) {
        return LabelSelector.builder().matchLabels(labels).build();
    }

    private List<Cidr> subnets(Tier tier) {
        List<Cidr> ranges = place.choice(Network.class)
                .map(network -> network.subnets(tier))
                .orElse(List.of());
        if (ranges.isEmpty()) {
            throw new IllegalStateException(
                    "Service %s has a way to the %s subnets of environment %s, which has none; the provider that planned it must check that there is a network."
                            .formatted(name, tier, place.environment().name()));
        }
        return ranges;
    }

    private static NetworkPolicyPeer range(Cidr range) {
        return NetworkPolicyPeer.builder()
                .ipBlock(IpBlock.builder().cidr(range.toString()).build())
                .build();
    }

    private static NetworkPolicyPeer anyHost() {
        return NetworkPolicyPeer.builder()
                .ipBlock(IpBlock.builder().cidr(ANYWHERE).except(NOT_PUBLIC).build())
                .build();
    }
}
