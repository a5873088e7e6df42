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
            Map.entry("CSIDriver", List.of("spec.attachRequired", "spec.volumeLifecycleModes")),
            Map.entry("ClusterRoleBinding", List.of("roleRef")),
            Map.entry("ControllerRevision", List.of("data")),
            Map.entry("CustomResourceDefinition", List.of("spec.scope")),
            Map.entry("DaemonSet", List.of("spec.selector")),
            Map.entry("Deployment", List.of("spec.selector")),
            Map.entry("EndpointSlice", List.of("addressType")),
            Map.entry("GatewayClass", List.of("spec.controllerName")),
            Map.entry("IngressClass", List.of("spec.controller")),
            Map.entry(
                    "Job",
                    List.of(
                            "spec.selector",
                            "spec.template",
                            "spec.completions",
                            "spec.completionMode",
                            "spec.podFailurePolicy",
                            "spec.successPolicy",
                            "spec.backoffLimitPerIndex",
                            "spec.managedBy")),
            Map.entry(
                    "PersistentVolumeClaim",
                    List.of(
                            "spec.accessModes",
                            "spec.dataSource",
                            "spec.selector",
                            "spec.storageClassName",
                            "spec.volumeMode",
                            "spec.volumeName")),
            Map.entry("PriorityClass", List.of("value", "preemptionPolicy")),
            Map.entry("ReplicaSet", List.of("spec.selector")),
            Map.entry("ResourceQuota", List.of("spec.scopes")),
            Map.entry("RoleBinding", List.of("roleRef")),
            Map.entry("Rollout", List.of("spec.selector")),
            Map.entry("RuntimeClass", List.of("handler")),
            Map.entry("Secret", List.of("type")),
            Map.entry("Service", List.of("spec.clusterIP", "spec.loadBalancerClass")),
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

    /** Of one object. */
    static Stream<Finding> changed(Manifest old, Manifest object) {
        Stream<String> fields = FIELDS.getOrDefault(object.kind(), List.of()).stream();
        boolean isFrozen = old.at("immutable").isTrue();
        return Stream.concat(
                        fields, isFrozen ? Stream.of("data", "binaryData", "immutable", "stringData") : Stream.empty())
                .filter(field -> !old.at(field).equals(object.at(field)))
                .map(field -> Finding.about(
                                object,
                                field,
                                "must stay what it was (%s), or the object take another name.".formatted(old.at(field)))
                        .by("kubernetes/immutable"));
    }
}
