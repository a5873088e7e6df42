package dev.slipway.render.kubernetes;

import dev.slipway.plan.operation.Contributor;
import dev.slipway.platform.Choice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cdk8s.Chart;

/** Which choice has made which objects of an environment. */
final class Contributions {
    private final Set<Chart> touched = new LinkedHashSet<>();
    private final Set<String> noted = new LinkedHashSet<>();
    private final List<Manifests.Contribution> all = new ArrayList<>();

    /** Somebody asked for a chart, and may add to it. */
    Chart touched(Chart chart) {
        touched.add(chart);
        return chart;
    }

    /** What has come to the charts that were asked for is this choice's. */
    void note(Choice choice) {
        for (Chart chart : touched) {
            chart.getApiObjects().forEach(object -> {
                if (noted.add("%s %s".formatted(object.getKind(), object.getName()))) {
                    all.add(new Manifests.Contribution(object.getKind(), object.getName(), Contributor.of(choice)));
                }
            });
        }
        touched.clear();
    }

    List<Manifests.Contribution> all() {
        return List.copyOf(all);
    }
}
