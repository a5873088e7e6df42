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
 * Reloader, which restarts pods when a Secret that they read has changed.
 *
 * <pre>{@code
 * Environment.named("dev").with(reloader())
 * }</pre>
 *
 * @param changes to its chart, each upon those before
 */
@Declares
public record Reloader(List<ChartChange> changes, Origin origin) implements Addon {
    public Reloader {
        changes = List.copyOf(changes);
    }

    public static Reloader reloader() {
        return new Reloader(List.of(), Origin.here());
    }

    /** With another version or other values of its chart: {@code with(value("reloader.deployment.replicas", 2))}. */
    public Reloader with(ChartChange... more) {
        return new Reloader(Stream.concat(changes.stream(), Stream.of(more)).toList(), origin);
    }

    @Override
    public String name() {
        return "reloader";
    }

    @Override
    public HelmChart chart(Place place) {
        boolean isProduction = place.environment().isProduction();
        return Catalogue.RELOADER
                .chart()
                .value("reloader.watchGlobally", true)
                // a changed configuration is in the pods' own annotations
                .value("reloader.ignoreConfigMaps", true)
                // an annotation, where the default sets a variable of the pod, which GitOps would take out again
                .value("reloader.reloadStrategy", "annotations")
                .value("reloader.enableHA", isProduction)
                .value("reloader.deployment.replicas", isProduction ? 2 : 1)
                .value("reloader.readOnlyRootFileSystem", true)
                .value("reloader.deployment.containerSecurityContext.allowPrivilegeEscalation", false)
                .value("reloader.deployment.containerSecurityContext.capabilities.drop", List.of("ALL"))
                .value("reloader.deployment.resources", Requests.of("10m", "128Mi"))
                .with(changes);
    }
}
