package dev.slipway.review.practice.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Who reaches pods, and whom they reach: https://docs.aws.amazon.com/eks/latest/best-practices/network-security.html. */
public final class Isolation {
    private static final String POLICY = "NetworkPolicy";

    private Isolation() {}

    private static Stream<Manifest> policies(Synthesis synthesis) {
        return synthesis.environments().stream()
                .flatMap(environment -> synthesis.manifests(environment, POLICY).stream());
    }

    /** Rules that let in or out whoever asks. */
    public static Stream<Finding> open(Synthesis synthesis) {
        return policies(synthesis)
                .flatMap(policy -> Stream.concat(
                        rules(policy, "ingress", "from").stream(), rules(policy, "egress", "to").stream()));
    }

    private static Collection<Finding> rules(Manifest policy, String direction, String peers) {
        List<Finding> found = new ArrayList<>();
        List<Tree> rules = policy.at("spec." + direction).items();
        for (int i = 0; i < rules.size(); i++) {
            String path = "spec.%s.%s".formatted(direction, i);
            Tree rule = rules.get(i);
            if (rule.get(peers).items().isEmpty()) {
                found.add(Finding.about(policy, path + "." + peers, "must name somebody: the rule is for everybody."));
            }
            if (rule.get("ports").items().isEmpty()) {
                found.add(Finding.about(policy, path + ".ports", "must name ports: the rule is for all of them."));
            }
            for (int j = 0; j < rule.get(peers).items().size(); j++) {
                peer(
                        policy,
                        "%s.%s.%s".formatted(path, peers, j),
                        rule.get(peers).items().get(j),
                        found);
            }
            for (int j = 0; j < rule.get("ports").items().size(); j++) {
                if (!rule.get("ports").items().get(j).get("port").exists()) {
                    found.add(Finding.about(
                            policy, "%s.ports.%s.port".formatted(path, j), "must be set: the rule is for all ports."));
                }
            }
        }
        return found;
    }

    private static void peer(Manifest policy, String path, Tree peer, List<Finding> found) {
        Tree block = peer.get("ipBlock");
        if (block.get("cidr").text().matches("0\\.0\\.0\\.0/0|::/0")
                && block.get("except").items().isEmpty()) {
            found.add(Finding.about(
                    policy,
                    path + ".ipBlock.cidr",
                    "(%s) must be a range, or except the private ones: it reaches all pods and nodes."
                            .formatted(block.get("cidr").text())));
        }
        boolean isAnyPod = peer.get("podSelector").exists() && isEmpty(peer.get("podSelector"));
        boolean isAnyNamespace = peer.get("namespaceSelector").exists() && isEmpty(peer.get("namespaceSelector"));
        if (isAnyNamespace) {
            found.add(Finding.about(
                    policy, path + ".namespaceSelector", "must choose a namespace: it is for all of them."));
        }
        if (isAnyPod && !peer.get("namespaceSelector").exists()) {
            found.add(Finding.about(policy, path + ".podSelector", "must choose pods: it is for all of the namespace.")
                    .asWarning());
        }
    }

    private static boolean isEmpty(Tree selector) {
        return selector.get("matchLabels").fields().isEmpty()
                && selector.get("matchExpressions").items().isEmpty();
    }

    /** In a namespace in which others are isolated, pods that no policy chooses for a direction. */
    public static Stream<Finding> missing(Synthesis synthesis) {
        return Pods.in(synthesis).flatMap(pods -> {
            List<Manifest> near = synthesis.manifests(pods.owner().environment(), POLICY).stream()
                    .filter(policy -> policy.namespace().equals(pods.owner().namespace()))
                    .toList();
            return near.isEmpty()
                    ? Stream.empty()
                    : Stream.of("Ingress", "Egress")
                            .filter(direction -> near.stream()
                                    .noneMatch(policy -> types(policy).contains(direction)
                                            && pods.matches(policy.at("spec.podSelector"))))
                            .map(direction -> Finding.about(
                                    pods.owner(),
                                    pods.path().isEmpty() ? "metadata.labels" : pods.path() + ".metadata.labels",
                                    "must be chosen by a NetworkPolicy for %s: all is open to them."
                                            .formatted(direction)));
        });
    }

    /** A policy that denies all to all pods holds for those too that nobody has thought of. */
    public static Stream<Finding> undenied(Synthesis synthesis) {
        Stream<Manifest> byName = synthesis.environments().stream()
                .flatMap(environment -> synthesis.manifests(environment, "ApplicationNetworkPolicy").stream());
        return Stream.concat(policies(synthesis), byName)
                .filter(policy -> isEmpty(policy.at("spec.podSelector")) && !isElsewhere(synthesis, policy))
                .filter(policy -> policy.kind().startsWith("Application")
                        || !policy.at("spec.ingress").items().isEmpty()
                        || types(policy).size() < 2)
                .map(policy -> Finding.about(
                        policy, "spec.podSelector", "must choose pods, or deny both directions to all of them."));
    }

    private static boolean isElsewhere(Synthesis synthesis, Manifest policy) {
        return synthesis.manifests(policy.environment(), "Namespace").stream()
                .noneMatch(namespace -> namespace.name().equals(policy.namespace()));
    }

    private static List<String> types(Manifest policy) {
        List<String> types = policy.at("spec.policyTypes").texts();
        return !types.isEmpty()
                ? types
                : policy.at("spec.egress").exists() ? List.of("Ingress", "Egress") : List.of("Ingress");
    }

    /** Peers that are nobody: labels that no pod has. What other namespaces hold is not known here. */
    public static Stream<Finding> nobody(Synthesis synthesis) {
        return policies(synthesis).flatMap(policy -> Stream.of("ingress.from", "egress.to")
                .map(side -> side.split("\\.", 2))
                .flatMap(side -> policy.at("spec." + side[0]).items().stream()
                        .flatMap(rule -> rule.get(side[1]).items().stream())
                        .filter(peer -> isNobody(synthesis, policy, peer))
                        .map(peer -> Finding.about(
                                policy,
                                "spec.%s".formatted(side[0]),
                                "(%s) must be pods of the output.".formatted(peer)))));
    }

    private static boolean isNobody(Synthesis synthesis, Manifest policy, Tree peer) {
        String environment = policy.environment();
        return peer.get("podSelector").exists()
                && !peer.get("namespaceSelector").exists()
                && Pods.in(synthesis)
                        .filter(pods -> pods.owner().environment().equals(environment)
                                && pods.owner().namespace().equals(policy.namespace()))
                        .noneMatch(pods -> pods.matches(peer.get("podSelector")));
    }
}
