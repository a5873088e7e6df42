package dev.slipway.review.network;

import dev.slipway.review.Manifest;
import dev.slipway.review.Tree;
import java.util.List;

/**
 * A NetworkPolicy, or one of EKS Auto Mode that also knows hosts by name, read once:
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/.
 */
record Policy(String namespace, Selector pods, boolean closesIn, boolean closesOut, List<Rule> in, List<Rule> out) {
    /** A way, or the other. */
    enum Direction {
        OUT,
        IN
    }

    static Policy of(Manifest manifest) {
        Tree spec = manifest.at("spec");
        List<String> types = spec.get("policyTypes").texts();
        String namespace = manifest.namespace();
        return new Policy(
                namespace,
                new Selector(spec.get("podSelector")),
                types.isEmpty() || types.contains("Ingress"),
                types.isEmpty() ? spec.get("egress").exists() : types.contains("Egress"),
                rules(namespace, spec.get("ingress"), "from"),
                rules(namespace, spec.get("egress"), "to"));
    }

    private static List<Rule> rules(String namespace, Tree rules, String peers) {
        return rules.items().stream()
                .map(rule -> Rule.of(namespace, rule, peers))
                .toList();
    }

    /** Whether pods are closed in a direction but for what policies like this one open. */
    boolean isolates(Peer.Pods target, Direction direction) {
        return (direction == Direction.IN ? closesIn : closesOut)
                && namespace.equals(target.namespace())
                && pods.takes(target.workload().labels());
    }

    /** Whether it opens a port to or from anybody. */
    boolean opens(Direction direction, Peer target, long port) {
        return (direction == Direction.IN ? in : out).stream().anyMatch(rule -> rule.opens(target, port));
    }

    /** Whether it opens a way from or to a peer, on a port of the target. */
    boolean opens(Direction direction, Peer peer, Peer target, long port) {
        return (direction == Direction.IN ? in : out).stream().anyMatch(rule -> rule.opens(peer, target, port));
    }
}
