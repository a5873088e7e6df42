package dev.slipway.addon;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.ChartChange;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.List;
import java.util.stream.Stream;

/**
 * metrics-server, by which pods are metered for autoscalers, in clusters to which EKS does not add it.
 *
 * <pre>{@code
 * Environment.named("dev").with(metricsServer())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record MetricsServer(List<ChartChange> changes, Origin origin) implements Addon {
    public MetricsServer {
        changes = List.copyOf(changes);
    }

    public static MetricsServer metricsServer() {
        return new MetricsServer(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("replicas", 2))}. */
    public MetricsServer with(ChartChange... more) {
        return new MetricsServer(
                Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "metrics-server";
    }

    @Override
    public HelmChart chart(Place place) {
        boolean isProduction = place.environment().isProduction();
        HelmChart chart = Catalogue.METRICS_SERVER
                .chart()
                .namespace("kube-system")
                .value("replicas", isProduction ? 2 : 1)
                .value("podDisruptionBudget.enabled", isProduction)
                .value("podDisruptionBudget.maxUnavailable", 1);
        boolean isOnAws = place.choice(Cluster.class).filter(Cluster::isOnAws).isPresent();
        // on one's own machine nodes vouch for themselves alone
        return (isOnAws ? chart : chart.value("args", List.of("--kubelet-insecure-tls"))).with(changes);
    }

    @Override
    public Stream<Problem> problems(Place place) {
        return place.choice(Cluster.class).stream()
                .filter(Cluster::metersPods)
                .map(cluster -> error(
                        "addon/metrics-server",
                        origin,
                        "The cluster (%s) of environment %s meters its pods already; there must not be two that do."
                                .formatted(
                                        cluster.getClass().getSimpleName(),
                                        place.environment().name()),
                        "remove metricsServer()."));
    }
}
