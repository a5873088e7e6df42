package dev.slipway.review.cost.meter;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Pods that run all the time, and what they ask for.
 *
 * @param replicas the fewest that run: those of an autoscaler count, where there is one
 * @param cores of one of them
 * @param memory of one of them, in GiB
 */
record Workload(Manifest owner, BigDecimal replicas, BigDecimal cores, BigDecimal memory) {
    private static final List<String> KINDS = List.of("Deployment", "StatefulSet", "Rollout");
    private static final List<String> SCALERS = List.of("HorizontalPodAutoscaler", "ScaledObject");

    static List<Workload> of(Synthesis synthesis, String environment) {
        return synthesis.manifests(environment).stream()
                .filter(manifest -> KINDS.contains(manifest.kind()))
                .map(manifest -> of(manifest, synthesis))
                .toList();
    }

    private static Workload of(Manifest owner, Synthesis synthesis) {
        Tree pod = owner.at("spec.template.spec");
        return new Workload(
                owner,
                BigDecimal.valueOf(scaled(owner, synthesis)
                        .or(() -> owner.at("spec.replicas").number())
                        .orElse(1L)),
                asked(pod, "cpu"),
                asked(pod, "memory").divide(Amounts.GIBIBYTE));
    }

    /** The fewest that an autoscaler of it lets run; one that scales to nothing is counted as one, which it mostly has. */
    private static Optional<Long> scaled(Manifest owner, Synthesis synthesis) {
        return SCALERS.stream()
                .flatMap(kind -> synthesis.manifests(owner.environment(), kind).stream())
                .filter(scaler -> scaler.namespace().equals(owner.namespace()))
                .filter(scaler -> scaler.at("spec.scaleTargetRef.name").text().equals(owner.name()))
                .map(scaler -> scaler.at("spec.minReplicas")
                        .number()
                        .or(() -> scaler.at("spec.minReplicaCount").number())
                        .orElse(1L))
                .map(least -> Math.max(1L, least))
                .findFirst();
    }

    /** Of the containers that run beside each other: those that only prepare the pod are over by then. */
    private static BigDecimal asked(Tree pod, String resource) {
        Stream<Tree> beside = pod.get("initContainers").items().stream()
                .filter(container -> container.get("restartPolicy").text().equals("Always"));
        return Stream.concat(beside, pod.get("containers").items().stream())
                .map(container ->
                        container.at("resources.requests").get(resource).text())
                .map(Amounts::of)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal allCores() {
        return replicas.multiply(cores);
    }

    BigDecimal allMemory() {
        return replicas.multiply(memory);
    }
}
