package dev.slipway.render.kubernetes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cdk8s.Yaml;

/** Manifests split by kind, and the kustomization that keeps the order in which they must be applied. */
final class FilesOfKinds {
    private static final String KUSTOMIZATION = "kustomization.yaml";

    private FilesOfKinds() {}

    private record Part(String path, int rank, List<Object> objects) {}

    static Map<String, String> of(String environment, Map<String, List<Object>> charts) {
        List<Part> parts = new ArrayList<>();
        charts.forEach((chart, objects) -> parts.addAll(parts(chart, objects)));
        Map<String, String> files = new TreeMap<>();
        parts.forEach(part -> files.put(
                "%s/%s".formatted(environment, part.path()),
                Yaml.stringify(part.objects().toArray())));
        files.put("%s/%s".formatted(environment, KUSTOMIZATION), Yaml.stringify(kustomization(parts)));
        return files;
    }

    private static List<Part> parts(String chart, List<Object> objects) {
        Map<String, List<Object>> byKind = new LinkedHashMap<>();
        objects.forEach(object -> byKind.computeIfAbsent(ManifestFiles.kind(object), kind -> new ArrayList<>())
                .add(object));
        List<Part> parts = new ArrayList<>();
        byKind.forEach((kind, alike) -> parts.add(new Part(
                "%s/%s.yaml".formatted(chart, kind.toLowerCase(Locale.ROOT)),
                ManifestFiles.rank(alike.get(0)),
                alike)));
        return parts;
    }

    /** https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/sortoptions. */
    private static Map<String, Object> kustomization(List<Part> parts) {
        Map<String, Object> kustomization = new LinkedHashMap<>();
        kustomization.put("apiVersion", "kustomize.config.k8s.io/v1beta1");
        kustomization.put("kind", "Kustomization");
        kustomization.put("sortOptions", Map.of("order", "fifo"));
        kustomization.put(
                "resources",
                parts.stream()
                        .sorted(Comparator.comparingInt(Part::rank))
                        .map(Part::path)
                        .toList());
        return kustomization;
    }
}
