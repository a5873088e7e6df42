package dev.slipway.addon;

import static dev.slipway.addon.AwsLoadBalancerController.awsLoadBalancerController;
import static dev.slipway.addon.ClusterAutoscaler.clusterAutoscaler;
import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static dev.slipway.addon.MetricsServer.metricsServer;
import static dev.slipway.addon.Reloader.reloader;

import dev.slipway.capability.cluster.EksNodeGroups;
import dev.slipway.capability.edge.AlbRoutes;
import dev.slipway.capability.edge.Route;
import dev.slipway.plan.Cluster;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which add-ons an environment gets that it does not choose: those without which something that is rendered would do
 * nothing. The only place that decides it.
 */
public final class DefaultAddons {
    private DefaultAddons() {}

    /** By what is chosen. */
    public static List<Choice> impliedBy(Place place) {
        List<Choice> addons = new ArrayList<>();
        if (place.choice(EksNodeGroups.class).isPresent()) {
            addons.add(clusterAutoscaler());
            boolean hasRoutes = place.choice(AlbRoutes.class).isPresent()
                    && !place.claims(Route.class).isEmpty();
            if (hasRoutes) {
                addons.add(awsLoadBalancerController());
            }
        }
        boolean isUnmetered = place.choice(Cluster.class)
                .filter(cluster -> cluster.isOurs() && !cluster.metersPods())
                .isPresent();
        if (isUnmetered && place.choice(Autoscaling.class).isPresent()) {
            addons.add(metricsServer());
        }
        return addons;
    }

    /** By what the services have become. */
    public static List<Choice> neededBy(EnvironmentPlan plan) {
        return plan.place().choice(Cluster.class).stream()
                .flatMap(cluster ->
                        needed(plan).<Choice>map(addon -> cluster.isOurs() ? addon : LeftToOwner.of(addon, cluster)))
                .toList();
    }

    private static Stream<Addon> needed(EnvironmentPlan plan) {
        return plan.secretReaders().isEmpty() ? Stream.empty() : Stream.of(externalSecrets(), reloader());
    }
}
