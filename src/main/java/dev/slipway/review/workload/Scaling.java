package dev.slipway.review.workload;

import dev.slipway.review.Manifest;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How many pods a workload has, and who decides it.
 *
 * @param autoscaler a HorizontalPodAutoscaler or a ScaledObject
 */
public record Scaling(Optional<Manifest> autoscaler, OptionalLong least, OptionalLong most) {
    /** How a workload is scaled. */
    public static Scaling of(Workload workload) {
        return workload.synthesis().derived(Scaling.class, workload.part(), () -> find(
                        workload, "HorizontalPodAutoscaler", "spec.minReplicas", "spec.maxReplicas")
                .or(() -> find(workload, "ScaledObject", "spec.minReplicaCount", "spec.maxReplicaCount"))
                .orElseGet(() -> fixed(workload)));
    }

    /** Without a number the API server takes one. */
    private static Scaling fixed(Workload workload) {
        OptionalLong replicas =
                OptionalLong.of(workload.manifest().at("spec.replicas").number().orElse(1L));
        return new Scaling(Optional.empty(), replicas, replicas);
    }

    private static Optional<Scaling> find(Workload workload, String kind, String least, String most) {
        return workload.synthesis().manifests(workload.environment(), kind).stream()
                .filter(scaler -> scaler.namespace().equals(workload.namespace()))
                .filter(scaler -> scaler.at("spec.scaleTargetRef.name").text().equals(workload.name()))
                .findFirst()
                .map(scaler -> new Scaling(Optional.of(scaler), number(scaler, least), number(scaler, most)));
    }

    private static OptionalLong number(Manifest scaler, String path) {
        return scaler.at(path).number().map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    public boolean isAutomatic() {
        return autoscaler.isPresent();
    }

    @Override
    public String toString() {
        return isAutomatic()
                ? "%s to %s replicas, by %s".formatted(text(least), text(most), autoscaler.orElseThrow())
                : "%s replicas, fixed".formatted(text(least));
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? String.valueOf(number.getAsLong()) : "unknown";
    }
}
