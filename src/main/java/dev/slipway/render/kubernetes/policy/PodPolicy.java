package dev.slipway.render.kubernetes.policy;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Metadata;
import java.util.List;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.KubeNetworkPolicy;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.NetworkPolicyEgressRule;
import org.cdk8s.plus34.k8s.NetworkPolicyIngressRule;
import org.cdk8s.plus34.k8s.NetworkPolicyPort;
import org.cdk8s.plus34.k8s.NetworkPolicySpec;
import org.cdk8s.plus34.k8s.ObjectMeta;

/**
 * Holds the pods of an application to their planned ways on the network, one rule for each peer.
 *
 * <pre>{@code
 * PodPolicy.add(manifests.platform(), manifests.place(), "kafka", edges);
 * }</pre>
 */
public final class PodPolicy {
    public static final List<String> BOTH_WAYS = List.of("Ingress", "Egress");

    private PodPolicy() {}

    /** Of an application that services share, by the name that its pods are labelled with. */
    public static void add(Chart chart, Place place, String application, List<NetworkEdge> edges) {
        add(chart, place, application, Metadata.shared(place, application, application), edges);
    }

    /** With metadata of its own. */
    public static void add(Chart chart, Place place, String application, ObjectMeta metadata, List<NetworkEdge> edges) {
        Peers peers = new Peers(place, application);
        List<NetworkPolicyIngressRule> ingress = PeerRule.of(edges, Direction.IN).stream()
                .map(rule -> NetworkPolicyIngressRule.builder()
                        .from(peers.of(rule.peer()))
                        .ports(ports(rule))
                        .build())
                .toList();
        List<NetworkPolicyEgressRule> egress = PeerRule.of(edges, Direction.OUT).stream()
                .map(rule -> NetworkPolicyEgressRule.builder()
                        .to(peers.of(rule.peer()))
                        .ports(ports(rule))
                        .build())
                .toList();
        KubeNetworkPolicy.Builder.create(chart, "NetworkPolicy " + application)
                .metadata(metadata)
                .spec(NetworkPolicySpec.builder()
                        .podSelector(LabelSelector.builder()
                                .matchLabels(Labels.selector(place, application))
                                .build())
                        .policyTypes(BOTH_WAYS)
                        .ingress(ingress)
                        .egress(egress)
                        .build())
                .build();
    }

    private static List<NetworkPolicyPort> ports(PeerRule rule) {
        return rule.ports().stream()
                .map(port -> NetworkPolicyPort.builder()
                        .port(IntOrString.fromNumber(port.number()))
                        .protocol(port.protocol().name())
                        .build())
                .toList();
    }
}
