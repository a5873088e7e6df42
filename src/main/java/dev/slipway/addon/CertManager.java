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
 * cert-manager, which has certificates issued for Ingresses and Gateways, for clusters whose load balancer takes none from AWS.
 *
 * <pre>{@code
 * Environment.named("dev").with(certManager())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record CertManager(List<ChartChange> changes, Origin origin) implements Addon {
    public CertManager {
        changes = List.copyOf(changes);
    }

    public static CertManager certManager() {
        return new CertManager(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("replicaCount", 2))}. */
    public CertManager with(ChartChange... more) {
        return new CertManager(Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "cert-manager";
    }

    @Override
    public HelmChart chart(Place place) {
        int replicas = place.environment().isProduction() ? 2 : 1;
        return Catalogue.CERT_MANAGER
                .chart()
                .value("crds.enabled", true)
                // without them every certificate would go with the add-on
                .value("crds.keep", true)
                .value("global.leaderElection.namespace", "cert-manager")
                .value("replicaCount", replicas)
                .value("webhook.replicaCount", replicas)
                .value("cainjector.replicaCount", replicas)
                .value("podDisruptionBudget.enabled", replicas > 1)
                .value("webhook.podDisruptionBudget.enabled", replicas > 1)
                .with(changes);
    }
}
