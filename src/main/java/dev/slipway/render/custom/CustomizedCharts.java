package dev.slipway.render.custom;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Origin;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.ApiObject;
import org.cdk8s.Chart;
import org.cdk8s.JsonPatch;

/** Changes charts as a customization asks, and finds what it asks of charts that are not there. */
public final class CustomizedCharts {
    private final Map<String, Chart> charts;
    private final List<Problem> problems = new ArrayList<>();

    private CustomizedCharts(Map<String, Chart> charts) {
        this.charts = charts;
    }

    /**
     * Changes charts.
     *
     * @param charts every chart by its path, {@code dev/order}
     * @return what is wrong with the customization
     */
    public static List<Problem> apply(Customization customization, Map<String, Chart> charts) {
        CustomizedCharts customized = new CustomizedCharts(charts);
        customization.charts().forEach(hook -> customized
                .chart(hook.path(), hook.origin())
                .ifPresent(chart -> hook.change().accept(chart)));
        customization.objects().forEach(customized::patch);
        return List.copyOf(customized.problems);
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
        patch.patches().forEach(one -> apply(one, object.get(), patch));
    }

    private void apply(Patch patch, ApiObject object, Customization.ObjectPatch of) {
        Optional<String> obstacle = Pointer.of(patch.pointer()).obstacle(Tree.of(object.toJson()), patch.operation());
        if (obstacle.isPresent()) {
            problems.add(Suggestion.missing(
                    patch, "%s %s of chart %s".formatted(of.kind(), of.name(), of.chart()), obstacle.get()));
            return;
        }
        object.addJsonPatch(
                switch (patch.operation()) {
                    case ADD -> JsonPatch.add(patch.pointer(), patch.value().orElseThrow());
                    case REPLACE ->
                        JsonPatch.replace(patch.pointer(), patch.value().orElseThrow());
                    case REMOVE -> JsonPatch.remove(patch.pointer());
                });
    }
}
