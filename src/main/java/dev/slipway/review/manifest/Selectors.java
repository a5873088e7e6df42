package dev.slipway.review.manifest;

import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Selectors that find what they look for. */
final class Selectors {
    private Selectors() {}

    static Stream<Finding> findings(Environment environment) {
        return Stream.of(
                        environment.pods().flatMap(Selectors::ofWorkload),
                        environment.pods().flatMap(Selectors::spread),
                        environment
                                .roots("Service")
                                .filter(service -> service.at("spec").has("selector"))
                                .filter(service -> environment
                                        .pods(service.text("metadata.namespace"))
                                        .noneMatch(pod -> selects(service, pod)))
                                .map(service -> service.at("spec.selector")
                                        .finding("selector", "must match the pods of a workload.")),
                        environment
                                .roots("PodDisruptionBudget")
                                .flatMap(budget -> some(environment, budget, budget.at("spec.selector"))),
                        environment
                                .roots("NetworkPolicy", "ApplicationNetworkPolicy")
                                .flatMap(policy -> policy(environment, policy)),
                        targets(environment))
                .flatMap(findings -> findings);
    }

    /** The selector of a Service is a plain map. */
    static boolean selects(Field service, Pod pod) {
        Tree selector = service.at("spec.selector").value();
        return selector.exists()
                && selector.fields().entrySet().stream()
                        .allMatch(label -> pod.labels().get(label.getKey()).equals(label.getValue()));
    }

    private static Stream<Finding> ofWorkload(Pod pod) {
        Field selector = Field.root(pod.owner()).at("spec.selector");
        boolean needs = List.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Rollout")
                .contains(pod.owner().kind());
        return !needs || (chooses(selector) && pod.matches(selector.value()))
                ? Stream.empty()
                : Stream.of(selector.finding("selector", "must match the labels of its own template."));
    }

    /** The API server refuses one that would take every pod. */
    private static boolean chooses(Field selector) {
        return !selector.at("matchLabels").value().fields().isEmpty()
                || !selector.items("matchExpressions").isEmpty();
    }

    private static Stream<Finding> spread(Pod pod) {
        return pod.spec().items("topologySpreadConstraints").stream()
                .filter(constraint -> !chooses(constraint.at("labelSelector"))
                        || !pod.matches(constraint.at("labelSelector").value()))
                .map(constraint -> constraint
                        .at("labelSelector")
                        .finding("selector", "must match the labels of its own pod, or it spreads nothing."));
    }

    private static Stream<Finding> policy(Environment environment, Field policy) {
        String namespace = policy.text("metadata.namespace");
        // of a namespace that is given, the pods are not among the output
        return Scopes.NAMESPACES.contains(namespace)
                        || policy.at("spec.podSelector").value().fields().isEmpty()
                ? Stream.empty()
                : some(environment, policy, policy.at("spec.podSelector"));
    }

    private static Stream<Finding> some(Environment environment, Field root, Field selector) {
        return environment.pods(root.text("metadata.namespace")).anyMatch(pod -> pod.matches(selector.value()))
                ? Stream.empty()
                : Stream.of(selector.finding("selector", "must match the pods of a workload."));
    }

    /** What scales must exist, must be scaled by one alone, and must leave the number of replicas to it. */
    private static Stream<Finding> targets(Environment environment) {
        return environment
                .roots("HorizontalPodAutoscaler", "ScaledObject", "VerticalPodAutoscaler")
                .flatMap(root -> {
                    Field target = root.at(
                            root.text("kind").equals("VerticalPodAutoscaler")
                                    ? "spec.targetRef"
                                    : "spec.scaleTargetRef");
                    String kind = target.has("kind") ? target.text("kind") : "Deployment";
                    var found = environment.find(kind, root.text("metadata.namespace"), target.text("name"));
                    if (found.isEmpty()) {
                        return Stream.of(target.finding(
                                "reference",
                                "(%s %s) must be a workload of the namespace.".formatted(kind, target.text("name"))));
                    }
                    Field replicas = Field.root(found.get()).at("spec.replicas");
                    return replicas.exists() && !root.text("kind").equals("VerticalPodAutoscaler")
                            ? Stream.of(replicas.finding(
                                    "selector", "must be absent: %s owns it.".formatted(root.object())))
                            : Stream.empty();
                });
    }
}
