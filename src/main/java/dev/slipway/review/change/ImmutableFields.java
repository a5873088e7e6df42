package dev.slipway.review.change;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Fields that the API server lets nobody change: an object whose name stays must keep them, or be deleted by hand first.
 *
 * <pre>{@code
 * ImmutableFields.changed(Synthesis.of(filesOfMain), Synthesis.of(filesOfThisBranch))
 * }</pre>
 */
public final class ImmutableFields {
    /** By kind, from https://kubernetes.io/docs/reference/kubernetes-api/ and the validation of the API server. */
    private static final Map<String, List<String>> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("ClusterRoleBinding", List.of("roleRef")),
            Map.entry("DaemonSet", List.of("spec.selector")),
            Map.entry("Deployment", List.of("spec.selector")),
            Map.entry("IngressClass", List.of("spec.controller")),
            Map.entry("Job", List.of("spec.selector", "spec.template", "spec.completions", "spec.completionMode")),
            Map.entry("PersistentVolumeClaim", List.of("spec.accessModes", "spec.selector", "spec.storageClassName")),
            Map.entry("PriorityClass", List.of("value", "preemptionPolicy")),
            Map.entry("RoleBinding", List.of("roleRef")),
            Map.entry("Rollout", List.of("spec.selector")),
            Map.entry(
                    "StatefulSet",
                    List.of(
                            "spec.selector",
                            "spec.serviceName",
                            "spec.podManagementPolicy",
                            "spec.volumeClaimTemplates")),
            Map.entry("StorageClass", List.of("parameters", "provisioner", "reclaimPolicy", "volumeBindingMode"))));

    private ImmutableFields() {}

    /** The fields that differ between two snapshots and may not. */
    public static List<Finding> changed(Synthesis before, Synthesis after) {
        return after.environments().stream()
                .filter(before.environments()::contains)
                .flatMap(environment -> after.manifests(environment).stream()
                        .flatMap(object -> before.manifests(environment).stream()
                                .filter(old -> isSame(old, object))
                                .flatMap(old -> changed(old, object))))
                .toList();
    }

    private static boolean isSame(Manifest old, Manifest object) {
        return old.kind().equals(object.kind())
                && old.namespace().equals(object.namespace())
                && old.name().equals(object.name());
    }

    private static Stream<Finding> changed(Manifest old, Manifest object) {
        Stream<String> fields = FIELDS.getOrDefault(object.kind(), List.of()).stream();
        boolean isFrozen = old.at("immutable").isTrue();
        return Stream.concat(fields, isFrozen ? Stream.of("data", "binaryData", "stringData") : Stream.empty())
                .filter(field -> !old.at(field).equals(object.at(field)))
                .map(field -> Finding.about(
                                object,
                                field,
                                "must stay what it was (%s), or the object take another name.".formatted(old.at(field)))
                        .by("kubernetes/immutable"));
    }
}
