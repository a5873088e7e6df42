package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What NetworkPolicies let in and out of pods: https://kubernetes.io/docs/concepts/services-networking/network-policies/. */
record Policies(Planes planes) {
    static final String INGRESS = "Ingress";
    static final String EGRESS = "Egress";

    /** Whether any policy chooses a pod for a direction: then only what one admits passes. */
    boolean isolates(PodSpec pod, String direction) {
        return selecting(pod, direction).findAny().isPresent();
    }

    Stream<Manifest> selecting(PodSpec pod, String direction) {
        return planes.ofKind("NetworkPolicy")
                .filter(policy -> policy.namespace().equals(pod.owner().namespace()))
                .filter(policy -> pod.matches(policy.at("spec.podSelector")))
                .filter(policy -> types(policy).contains(direction));
    }

    private static List<String> types(Manifest policy) {
        List<String> types = policy.at("spec.policyTypes").texts();
        return !types.isEmpty()
                ? types
                : policy.at("spec.egress").exists() ? List.of(INGRESS, EGRESS) : List.of(INGRESS);
    }

    /** Whether somebody may reach a port of a pod. */
    boolean admitsAnybody(PodSpec pod, long port) {
        return !isolates(pod, INGRESS) || rules(pod, INGRESS).anyMatch(rule -> isOnPort(rule, pod, port));
    }

    /** Whether pods of the same namespace may reach a port of a pod. */
    boolean admits(PodSpec pod, PodSpec source, long port) {
        return !isolates(pod, INGRESS)
                || rules(pod, INGRESS)
                        .filter(rule -> isOnPort(rule, pod, port))
                        .anyMatch(rule -> rule.get("from").items().isEmpty()
                                || rule.get("from").items().stream().anyMatch(peer -> isPeer(peer, source)));
    }

    private static boolean isPeer(Tree peer, PodSpec pod) {
        boolean isElsewhere = peer.get("ipBlock").exists()
                || (peer.get("namespaceSelector").exists()
                        && !peer.at("namespaceSelector.matchLabels").equals(Tree.NOTHING)
                        && !peer.get("podSelector").exists());
        return !isElsewhere && pod.matches(peer.get("podSelector"));
    }

    /** Whether a pod may leave for a port, wherever to. */
    boolean leaves(PodSpec pod, long port) {
        return !isolates(pod, EGRESS) || rules(pod, EGRESS).anyMatch(rule -> isOnPort(rule, pod, port));
    }

    private Stream<Tree> rules(PodSpec pod, String direction) {
        String field = direction.equals(INGRESS) ? "spec.ingress" : "spec.egress";
        return selecting(pod, direction).flatMap(policy -> policy.at(field).items().stream());
    }

    private static boolean isOnPort(Tree rule, PodSpec pod, long port) {
        List<Tree> ports = rule.get("ports").items();
        return ports.isEmpty() || ports.stream().anyMatch(declared -> isPort(declared, pod, port));
    }

    private static boolean isPort(Tree declared, PodSpec pod, long port) {
        Optional<Long> first = pod.port(declared.get("port"));
        Optional<Long> last = declared.get("endPort").number();
        return !declared.get("port").exists()
                || first.filter(number -> number <= port && port <= last.orElse(number))
                        .isPresent();
    }
}
