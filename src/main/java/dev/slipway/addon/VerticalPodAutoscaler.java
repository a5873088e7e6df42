package dev.slipway.addon;

import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.ChartChange;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * Vertical Pod Autoscaler, which recommends or sets what pods request.
 *
 * <pre>{@code
 * Environment.named("dev").with(verticalPodAutoscaler())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record VerticalPodAutoscaler(List<ChartChange> changes, Origin origin) implements Addon {
    public VerticalPodAutoscaler {
        changes = List.copyOf(changes);
    }

    public static VerticalPodAutoscaler verticalPodAutoscaler() {
        return new VerticalPodAutoscaler(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("recommender.replicaCount", 2))}. */
    public VerticalPodAutoscaler with(ChartChange... more) {
        return new VerticalPodAutoscaler(
                Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "vertical-pod-autoscaler";
    }

    @Override
    public HelmChart chart(Place place) {
        int replicas = place.environment().isProduction() ? 2 : 1;
        return Catalogue.VERTICAL_POD_AUTOSCALER
                .chart()
                .namespace("vpa")
                .value("recommender.replicaCount", 1)
                .value("updater.replicaCount", 1)
                .value("admissionController.replicaCount", replicas)
                // the cluster has it: EKS adds it, or metricsServer() does
                .value("metrics-server.enabled", false)
                .with(changes);
    }
}
