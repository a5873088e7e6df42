package dev.slipway.review.practice.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the API server asks of an object beyond its schema: fields without which it is refused, or does nothing. */
public final class Required {
    private static final List<String> POD = List.of("containers", "containers.*.name", "containers.*.image");

    /** By kind, with a star for any index; a field is asked for where what it is in is there. */
    private static final Map<String, List<String>> FIELDS = new TreeMap<>(Map.ofEntries(
            Map.entry("Deployment", below("spec.template.spec.", POD)),
            Map.entry(
                    "HorizontalPodAutoscaler",
                    List.of("spec.metrics", "spec.minReplicas", "spec.metrics.*.resource.target.type")),
            Map.entry(
                    "Ingress",
                    List.of(
                            "spec.rules",
                            "spec.rules.*.http.paths.*.path",
                            "spec.rules.*.http.paths.*.backend.service.name")),
            Map.entry("IngressClass", List.of("spec.controller")),
            Map.entry("Job", below("spec.template.spec.", POD)),
            Map.entry("LimitRange", List.of("spec.limits")),
            Map.entry("PersistentVolumeClaim", List.of("spec.accessModes", "spec.resources.requests.storage")),
            Map.entry("PriorityClass", List.of("value")),
            Map.entry("ResourceQuota", List.of("spec.hard")),
            Map.entry("Role", List.of("rules.*.apiGroups", "rules.*.resources", "rules.*.verbs")),
            Map.entry("RoleBinding", List.of("roleRef.apiGroup", "roleRef.name")),
            Map.entry("SecretStore", List.of("spec.provider")),
            Map.entry(
                    "StatefulSet",
                    Stream.concat(
                                    below("spec.template.spec.", POD).stream(),
                                    Stream.of(
                                            "spec.serviceName",
                                            "spec.volumeClaimTemplates.*.spec.accessModes",
                                            "spec.volumeClaimTemplates.*.spec.resources.requests.storage"))
                            .toList())));

    /** Of these a pod must have one each, where it has the field. */
    private static final List<String> FULL =
            List.of("livenessProbe.exec.command", "readinessProbe.exec.command", "startupProbe.exec.command");

    private Required() {}

    private static List<String> below(String path, List<String> fields) {
        return fields.stream().map(path::concat).toList();
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        Stream<Finding> fields = synthesis.environments().stream().flatMap(environment -> FIELDS.entrySet().stream()
                .flatMap(kind -> synthesis.manifests(environment, kind.getKey()).stream()
                        .flatMap(object ->
                                kind.getValue().stream().flatMap(path -> missing(object, "", object.tree(), path)))));
        Stream<Finding> commands = Pods.in(synthesis)
                .flatMap(pods -> pods.containers().stream())
                .flatMap(container -> FULL.stream()
                        .filter(path -> container
                                        .tree()
                                        .at(path.replace(".command", ""))
                                        .exists()
                                && container.tree().at(path).items().isEmpty())
                        .map(path -> Finding.about(
                                container.pods().owner(), container.path() + "." + path, "must hold a command.")));
        return Stream.concat(fields, commands);
    }

    /** Down a path, into each item of a list where it has a star. */
    private static Stream<Finding> missing(Manifest object, String at, Tree tree, String path) {
        int star = path.indexOf(".*.");
        if (star < 0) {
            Tree value = tree.at(path);
            boolean isEmpty = !value.exists()
                    || (value.isList() && value.items().isEmpty())
                    || (value.isObject() && value.fields().isEmpty());
            return isEmpty
                    ? Stream.of(Finding.about(object, at + path, "must be set, and not be empty."))
                    : Stream.empty();
        }
        List<Tree> items = tree.at(path.substring(0, star)).items();
        String rest = path.substring(star + 3);
        return IntStream.range(0, items.size())
                .boxed()
                .filter(index -> isAsked(items.get(index), rest))
                .flatMap(index -> missing(
                        object, "%s%s.%s.".formatted(at, path.substring(0, star), index), items.get(index), rest));
    }

    /** An entry that has a pod's resources asks for them; one of another kind does not. */
    private static boolean isAsked(Tree item, String rest) {
        return !rest.startsWith("resource.") || item.get("type").text().equals("Resource");
    }
}
