package dev.slipway.render.kubernetes;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cdk8s.Chart;
import org.cdk8s.Yaml;

/** The files of an environment's manifests, with their objects in the order in which they must be applied. */
public final class ManifestFiles {
    /** Each kind after those that it depends on; a kind that is not named comes after all that are. */
    private static final List<String> ORDER = List.of(
            "Namespace",
            "ResourceQuota",
            "LimitRange",
            "CustomResourceDefinition",
            "PriorityClass",
            "StorageClass",
            "IngressClassParams",
            "IngressClass",
            "ServiceAccount",
            "Role",
            "ClusterRole",
            "RoleBinding",
            "ClusterRoleBinding",
            "SecretStore",
            "ExternalSecret",
            "ConfigMap",
            "NetworkPolicy",
            "ApplicationNetworkPolicy",
            "Service",
            "Ingress",
            "StatefulSet",
            "Job",
            "Deployment",
            "DaemonSet",
            "CronJob",
            "HorizontalPodAutoscaler",
            "TriggerAuthentication",
            "ScaledObject",
            "VerticalPodAutoscaler",
            "PodDisruptionBudget");

    private ManifestFiles() {}

    /** The text of each file by its path: {@code dev/order.k8s.yaml}. */
    public static Map<String, String> of(Manifests manifests) {
        Map<String, String> files = new TreeMap<>();
        manifests
                .charts()
                .forEach((name, chart) ->
                        files.put("%s/%s.k8s.yaml".formatted(manifests.plan().name(), name), text(chart)));
        return files;
    }

    private static String text(Chart chart) {
        List<?> objects = chart.toJson();
        Object[] sorted = objects.stream()
                .sorted(Comparator.comparingInt(ManifestFiles::rank))
                .flatMap(Stream::<Object>of)
                .toArray();
        return Yaml.stringify(sorted);
    }

    private static int rank(Object object) {
        Object kind = object instanceof Map<?, ?> fields ? fields.get("kind") : "";
        int index = ORDER.indexOf(String.valueOf(kind));
        return index < 0 ? ORDER.size() : index;
    }
}
