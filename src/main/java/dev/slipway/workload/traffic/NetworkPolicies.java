package dev.slipway.workload.traffic;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.policy.PeerRule;
import dev.slipway.render.kubernetes.policy.PodPolicy;
import dev.slipway.workload.subject.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds the pods of a service to its planned ways on the network, one rule for each peer.
 *
 * <p>Where the cluster knows hosts by name, ways to hosts stand in an ApplicationNetworkPolicy. Pods that both kinds
 * select may use what either allows: the controller turns both into the same endpoints, which its agent adds up. It also
 * tells those endpoints apart by the policy's name alone, so the two never share one.
 */
public final class NetworkPolicies {
    /** With a dot, which no name of a service has. */
    private static final String OF_HOSTS = ".hosts";

    private NetworkPolicies() {}

    /** The policies of a service or task. */
    public static void add(Subject subject) {
        boolean byName = subject.place()
                .choice(Cluster.class)
                .map(Cluster::enforcesHostNames)
                .orElse(false);
        List<NetworkEdge> plain = new ArrayList<>();
        List<NetworkEdge> named = new ArrayList<>();
        for (NetworkEdge edge : subject.edges()) {
            (byName && edge.peer() instanceof Peer.OfHost ? named : plain).add(edge);
        }
        PodPolicy.add(subject.chart(), subject.place(), subject.name(), subject.metadata(), plain);
        if (!named.isEmpty()) {
            ofHosts(subject, PeerRule.of(named, Direction.OUT));
        }
    }

    private static void ofHosts(Subject subject, List<PeerRule> rules) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("podSelector", Map.of("matchLabels", subject.selector().getMatchLabels()));
        spec.put("policyTypes", List.of("Egress"));
        spec.put("egress", rules.stream().map(NetworkPolicies::toHost).toList());
        CustomObject.add(
                subject.chart(),
                "networking.k8s.aws/v1alpha1",
                "ApplicationNetworkPolicy",
                subject.metadata(subject.name() + OF_HOSTS),
                spec);
    }

    private static Map<String, Object> toHost(PeerRule rule) {
        Map<String, Object> egress = new LinkedHashMap<>();
        egress.put("to", List.of(Map.of("domainNames", List.of(((Peer.OfHost) rule.peer()).host()))));
        egress.put("ports", rule.ports().stream().map(NetworkPolicies::port).toList());
        return egress;
    }

    private static Map<String, Object> port(PeerRule.Port port) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("port", port.number());
        fields.put("protocol", port.protocol().name());
        return fields;
    }
}
