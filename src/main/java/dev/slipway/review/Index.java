package dev.slipway.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A snapshot's templates and objects by what they are looked for by. */
final class Index {
    /** The stacks of a stage. */
    private record Stage(List<Template> templates, Map<String, List<Resource>> byType) {
        Stage() {
            this(new ArrayList<>(), new LinkedHashMap<>());
        }

        void add(Template template) {
            templates.add(template);
            template.resources().forEach(resource -> byType.computeIfAbsent(resource.type(), type -> new ArrayList<>())
                    .add(resource));
        }
    }

    /** The objects of an environment; of two with one name in different namespaces, the first. */
    private record Objects(
            List<Manifest> all, Map<String, List<Manifest>> byKind, Map<String, Map<String, Manifest>> byName) {
        Objects() {
            this(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }

        void add(Manifest manifest) {
            all.add(manifest);
            byKind.computeIfAbsent(manifest.kind(), kind -> new ArrayList<>()).add(manifest);
            byName.computeIfAbsent(manifest.kind(), kind -> new LinkedHashMap<>())
                    .putIfAbsent(manifest.name(), manifest);
        }
    }

    private static final Stage NO_STAGE = new Stage(List.of(), Map.of());
    private static final Objects NO_OBJECTS = new Objects(List.of(), Map.of(), Map.of());

    private final Map<String, Template> templates = new LinkedHashMap<>();
    private final Map<String, Stage> stages = new LinkedHashMap<>();
    private final Map<String, Objects> environments = new LinkedHashMap<>();

    Index(List<Template> templates, List<Manifest> manifests) {
        for (Template template : templates) {
            this.templates.putIfAbsent(template.path(), template);
            stages.computeIfAbsent(template.stage(), stage -> new Stage()).add(template);
        }
        for (Manifest manifest : manifests) {
            environments
                    .computeIfAbsent(manifest.environment(), environment -> new Objects())
                    .add(manifest);
        }
    }

    Map<String, Template> templates() {
        return templates;
    }

    List<String> stages() {
        return List.copyOf(stages.keySet());
    }

    List<Template> templates(String stage) {
        return view(stages.getOrDefault(stage, NO_STAGE).templates());
    }

    List<Resource> resources(String stage, String type) {
        return view(stages.getOrDefault(stage, NO_STAGE).byType().getOrDefault(type, List.of()));
    }

    List<String> environments() {
        return List.copyOf(environments.keySet());
    }

    List<Manifest> manifests(String environment) {
        return view(environments.getOrDefault(environment, NO_OBJECTS).all());
    }

    List<Manifest> manifests(String environment, String kind) {
        return view(environments.getOrDefault(environment, NO_OBJECTS).byKind().getOrDefault(kind, List.of()));
    }

    Map<String, Manifest> named(String environment, String kind) {
        return environments.getOrDefault(environment, NO_OBJECTS).byName().getOrDefault(kind, Map.of());
    }

    private static <T> List<T> view(List<T> list) {
        return java.util.Collections.unmodifiableList(list);
    }
}
