package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Replicas, the zones that they are spread over, and what a drain may take away of them. */
public final class Spread {
    private static final String ZONE = "topology.kubernetes.io/zone";

    private final Planes planes;
    private final boolean isAnybodySeveral;

    private Spread(Planes planes) {
        this.planes = planes;
        this.isAnybodySeveral =
                planes.ofKind("Deployment", "Rollout").anyMatch(workload -> replicas(planes, workload) > 1);
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis).map(Spread::new).flatMap(spread -> spread.planes
                .pods()
                .filter(pod -> List.of("Deployment", "Rollout", "StatefulSet")
                        .contains(pod.owner().kind()))
                .flatMap(spread::ofPods));
    }

    /** The least that run: what an autoscaler keeps, else what the workload says. */
    static long replicas(Planes planes, Manifest workload) {
        return planes.ofKind("HorizontalPodAutoscaler", "ScaledObject")
                .filter(scaler -> scaler.namespace().equals(workload.namespace())
                        && scaler.at("spec.scaleTargetRef.name").text().equals(workload.name()))
                .map(scaler -> scaler.kind().equals("ScaledObject")
                        ? scaler.at("spec.minReplicaCount").number().orElse(0L)
                        : scaler.at("spec.minReplicas").number().orElse(1L))
                .findFirst()
                .orElseGet(() -> workload.at("spec.replicas").number().orElse(1L));
    }

    private Stream<Finding> ofPods(PodSpec pod) {
        long replicas = replicas(planes, pod.owner());
        Stream<Finding> budgets = planes.ofKind("PodDisruptionBudget")
                .filter(budget ->
                        budget.namespace().equals(pod.owner().namespace()) && pod.matches(budget.at("spec.selector")))
                .flatMap(budget -> blocked(budget, pod, replicas));
        return Stream.of(budgets, alone(pod, replicas), spread(pod, replicas)).flatMap(findings -> findings);
    }

    /** A budget that never lets a node be drained. */
    private static Stream<Finding> blocked(Manifest budget, PodSpec pod, long replicas) {
        Optional<Long> least = amount(budget.at("spec.minAvailable"), replicas);
        Optional<Long> most = amount(budget.at("spec.maxUnavailable"), replicas);
        boolean isBlocked =
                least.filter(number -> number >= replicas && replicas > 0).isPresent()
                        || most.filter(number -> number == 0).isPresent();
        return isBlocked
                ? Stream.of(Finding.about(
                        budget,
                        "spec",
                        "must let one of the pods (%s) of %s go, or no node that holds one is ever drained."
                                .formatted(replicas, pod.owner())))
                : Stream.empty();
    }

    /** Percentages are rounded up, of both: https://kubernetes.io/docs/tasks/run-application/configure-pdb/. */
    private static Optional<Long> amount(Tree value, long replicas) {
        return value.text().matches("\\d{1,3}%")
                ? Optional.of((Long.parseLong(value.text().replace("%", "")) * replicas + 99) / 100)
                : value.number();
    }

    private Stream<Finding> alone(PodSpec pod, long replicas) {
        boolean isServer = planes.ofKind("Service")
                .anyMatch(service -> service.namespace().equals(pod.owner().namespace())
                        && !service.at("spec.selector").fields().isEmpty()
                        && pod.isSubset(service.at("spec.selector")));
        return replicas == 1
                        && isServer
                        && isAnybodySeveral
                        && !pod.owner().kind().equals("StatefulSet")
                ? Stream.of(Finding.about(
                                pod.owner(),
                                "spec.replicas",
                                "(1) must be at least 2, as others of environment %s have, or each drain of its node stops it."
                                        .formatted(planes.name()))
                        .asWarning())
                : Stream.empty();
    }

    private Stream<Finding> spread(PodSpec pod, long replicas) {
        if (replicas < 2) {
            return Stream.empty();
        }
        boolean isSpread = Stream.concat(
                        pod.spec().get("topologySpreadConstraints").items().stream(),
                        pod.spec().at("affinity.podAntiAffinity").all())
                .anyMatch(constraint -> constraint.get("topologyKey").text().equals(ZONE));
        boolean isBudgeted = planes.ofKind("PodDisruptionBudget")
                .anyMatch(budget ->
                        budget.namespace().equals(pod.owner().namespace()) && pod.matches(budget.at("spec.selector")));
        Stream<Finding> zones = isSpread
                ? Stream.empty()
                : Stream.of(Finding.about(
                                pod.owner(),
                                pod.specPath() + ".topologySpreadConstraints",
                                "must spread the pods (%s) over %s, or one zone may hold all."
                                        .formatted(replicas, ZONE))
                        .asWarning());
        Stream<Finding> budget = isBudgeted
                ? Stream.empty()
                : Stream.of(Finding.about(
                                pod.owner(),
                                "spec.replicas",
                                "(%s) must have a PodDisruptionBudget, or a drain may take all at once."
                                        .formatted(replicas))
                        .asWarning());
        return Stream.concat(zones, budget);
    }
}
