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
 * KEDA, which scales workloads by events, such as the lag of a consumer.
 *
 * <pre>{@code
 * Environment.named("dev").with(keda())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record Keda(List<ChartChange> changes, Origin origin) implements Addon {
    /** Of its operator, which asks brokers and queues how much waits, in the namespace of its chart. */
    public static final String SERVICE_ACCOUNT = "keda-operator";

    public Keda {
        changes = List.copyOf(changes);
    }

    public static Keda keda() {
        return new Keda(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("operator.replicaCount", 2))}. */
    public Keda with(ChartChange... more) {
        return new Keda(Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "keda";
    }

    @Override
    public HelmChart chart(Place place) {
        int replicas = place.environment().isProduction() ? 2 : 1;
        return Catalogue.KEDA
                .chart()
                .value("clusterName", place.clusterName())
                // what scalers act as is tied to this name
                .value("serviceAccount.operator.name", SERVICE_ACCOUNT)
                .value("operator.replicaCount", replicas)
                .value("metricsServer.replicaCount", replicas)
                .value("webhooks.replicaCount", replicas)
                .with(changes);
    }
}
