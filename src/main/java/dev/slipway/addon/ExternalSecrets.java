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
 * External Secrets, which makes Secrets in the cluster of what stands in Secrets Manager and Parameter Store.
 *
 * <pre>{@code
 * Environment.named("dev").with(externalSecrets())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record ExternalSecrets(List<ChartChange> changes, Origin origin) implements Addon {
    public ExternalSecrets {
        changes = List.copyOf(changes);
    }

    public static ExternalSecrets externalSecrets() {
        return new ExternalSecrets(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("replicaCount", 2))}. */
    public ExternalSecrets with(ChartChange... more) {
        return new ExternalSecrets(
                Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "external-secrets";
    }

    @Override
    public HelmChart chart(Place place) {
        boolean isProduction = place.environment().isProduction();
        return Catalogue.EXTERNAL_SECRETS
                .chart()
                .value("installCRDs", true)
                // by this name its role is associated
                .value("serviceAccount.name", "external-secrets")
                .value("replicaCount", isProduction ? 2 : 1)
                .value("leaderElect", isProduction)
                .value("webhook.replicaCount", isProduction ? 2 : 1)
                // Slipway's stores belong to a namespace: nothing reads or writes across them
                .value("processClusterStore", false)
                .value("processClusterExternalSecret", false)
                .value("processClusterPushSecret", false)
                .value("processPushSecret", false)
                .value("podDisruptionBudget.enabled", isProduction)
                .value("webhook.podDisruptionBudget.enabled", isProduction)
                .value("resources", Requests.of("25m", "128Mi"))
                .value("webhook.resources", Requests.of("10m", "64Mi"))
                .value("certController.resources", Requests.of("10m", "96Mi"))
                .with(changes);
    }
}
