package dev.slipway.render.custom;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cdk8s.ApiObject;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;

/**
 * Changes charts as a customization asks, and finds what it asks of charts that are not there.
 *
 * <p>Patches are of what is written. cdk8s would patch a typed object before it is turned to JSON: that drops fields which its
 * type does not have, and knows {@code clusterIP} as {@code clusterIp}, so that such a patch would have no effect.
 */
public final class CustomizedCharts {
    private static final List<String> FIRST = List.of("apiVersion", "kind");

    private final Map<String, Chart> charts;
    private final List<Problem> problems = new ArrayList<>();

    /** Objects after their patches, by the paths of their charts and by what they are called before. */
    private final Map<String, Map<String, Object>> patched = new TreeMap<>();

    private CustomizedCharts(Map<String, Chart> charts) {
        this.charts = charts;
    }

    /**
     * Calls the hooks of charts, and patches their objects.
     *
     * @param charts every chart by its path, {@code dev/order}
     */
    public static CustomizedCharts of(Customization customization, Map<String, Chart> charts) {
        CustomizedCharts customized = new CustomizedCharts(charts);
        customization.charts().forEach(hook -> customized
                .chart(hook.path(), hook.origin())
                .ifPresent(chart -> hook.change().accept(chart)));
        customization.objects().forEach(customized::patch);
        return customized;
    }

    /** What is wrong with the customization. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /**
     * An object as it is written: the same, or another where it is patched.
     *
     * @param chart by its path
     * @param object as its chart renders it
     */
    public Object patched(String chart, Object object) {
        Map<String, Object> documents = patched.getOrDefault(chart, Map.of());
        return documents.isEmpty() ? object : documents.getOrDefault(key(object), object);
    }

    private static String key(Object object) {
        Tree tree = Tree.of(object);
        return String.join(
                " ",
                tree.get("kind").text(),
                tree.at("metadata.namespace").text(),
                tree.at("metadata.name").text());
    }

    private Optional<Chart> chart(String path, Origin origin) {
        Chart chart = charts.get(path);
        if (chart == null) {
            problems.add(error(
                    "custom/unknown-chart",
                    origin,
                    "The chart (%s) that is customized does not exist%s"
                            .formatted(path, Suggestion.of(path, charts.keySet())),
                    "name one as dist/ does: environment, a slash, and a service or platform."));
        }
        return Optional.ofNullable(chart);
    }

    private void patch(Customization.ObjectPatch patch) {
        Optional<Chart> chart = chart(patch.chart(), patch.origin());
        if (chart.isEmpty()) {
            return;
        }
        List<ApiObject> objects = chart.get().getApiObjects();
        Optional<ApiObject> object = objects.stream()
                .filter(candidate -> candidate.getKind().equals(patch.kind())
                        && candidate.getName().equals(patch.name()))
                .findFirst();
        if (object.isEmpty()) {
            String asked = patch.kind() + " " + patch.name();
            List<String> there = objects.stream()
                    .map(candidate -> candidate.getKind() + " " + candidate.getName())
                    .toList();
            problems.add(error(
                    "custom/unknown-object",
                    patch.origin(),
                    "The object (%s) that is patched is not in chart %s%s"
                            .formatted(asked, patch.chart(), Suggestion.of(asked, there)),
                    "name kind and name as dist/%s.k8s.yaml does.".formatted(patch.chart())));
            return;
        }
        Object rendered = object.get().toJson();
        String key = key(rendered);
        Map<String, Object> documents = patched.computeIfAbsent(patch.chart(), absent -> new TreeMap<>());
        Object document = documents.getOrDefault(key, rendered);
        for (Patch one : patch.patches()) {
            document = applied(one, document, patch);
        }
        documents.put(key, inOrder(document));
    }

    private Object applied(Patch patch, Object document, Customization.ObjectPatch of) {
        Optional<String> obstacle = Pointer.of(patch.pointer()).obstacle(Tree.of(document), patch.operation());
        if (obstacle.isPresent()) {
            problems.add(Suggestion.missing(
                    patch, "%s %s of chart %s".formatted(of.kind(), of.name(), of.chart()), obstacle.get()));
            return document;
        }
        return JsonPatch.apply(
                document,
                switch (patch.operation()) {
                    case ADD -> JsonPatch.add(patch.pointer(), patch.value().orElseThrow());
                    case REPLACE ->
                        JsonPatch.replace(patch.pointer(), patch.value().orElseThrow());
                    case REMOVE -> JsonPatch.remove(patch.pointer());
                });
    }

    /** What is added stands where it would if it had been there before: fields by their names, and first what kind it is. */
    private static Object inOrder(Object document) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        if (sorted(document) instanceof Map<?, ?> fields) {
            FIRST.stream().filter(fields::containsKey).forEach(first -> ordered.put(first, fields.get(first)));
            fields.forEach((name, value) -> ordered.putIfAbsent(String.valueOf(name), value));
        }
        return ordered;
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> fields = new TreeMap<>();
            map.forEach((name, below) -> fields.put(String.valueOf(name), sorted(below)));
            return fields;
        }
        return value instanceof List<?> list
                ? list.stream().map(CustomizedCharts::sorted).toList()
                : value;
    }
}
