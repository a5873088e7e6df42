package dev.slipway.render.kubernetes;

import dev.slipway.platform.operation.FilesByKind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

    /** What is changed in an object of a chart, {@code dev/order}, before it is written. */
    public interface Change {
        Object of(String chart, Object object);
    }

    /** The text of each file by its path: {@code dev/order.k8s.yaml}, or split by kind {@code dev/order/deployment.yaml}. */
    public static Map<String, String> of(Manifests manifests, Change change) {
        Map<String, List<Object>> charts = new LinkedHashMap<>();
        manifests
                .charts()
                .forEach((name, chart) -> charts.put(
                        name, sorted(chart, object -> change.of(manifests.plan().name() + "/" + name, object))));
        return manifests.place().choice(FilesByKind.class).isPresent()
                ? FilesOfKinds.of(manifests.plan().name(), charts)
                : filesOfCharts(manifests.plan().name(), charts);
    }

    private static Map<String, String> filesOfCharts(String environment, Map<String, List<Object>> charts) {
        Map<String, String> files = new TreeMap<>();
        charts.forEach((name, objects) ->
                files.put("%s/%s.k8s.yaml".formatted(environment, name), Yaml.stringify(objects.toArray())));
        return files;
    }

    private static List<Object> sorted(Chart chart, UnaryOperator<Object> change) {
        List<?> objects = chart.toJson();
        return objects.stream()
                .map(change)
                .sorted(Comparator.comparingInt(ManifestFiles::rank))
                .flatMap(Stream::<Object>of)
                .toList();
    }

    /** Its place in the order in which objects must be applied. */
    static int rank(Object object) {
        int index = ORDER.indexOf(kind(object));
        return index < 0 ? ORDER.size() : index;
    }

    static String kind(Object object) {
        Object kind = object instanceof Map<?, ?> fields ? fields.get("kind") : "";
        return String.valueOf(kind);
    }
}
