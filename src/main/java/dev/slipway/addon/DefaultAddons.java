package dev.slipway.addon;

import static dev.slipway.addon.ExternalSecrets.externalSecrets;
import static dev.slipway.addon.Reloader.reloader;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import java.util.ArrayList;
import java.util.List;

/**
 * Which add-ons an environment gets that it does not choose: those without which something that is rendered would do
 * nothing. In a cluster that somebody else looks after, none.
 */
public final class DefaultAddons {
    private DefaultAddons() {}

    /** By what is chosen. */
    public static List<Addon> impliedBy(Place place) {
        return List.of();
    }

    /** By what the services have become. */
    public static List<Addon> neededBy(EnvironmentPlan plan) {
        List<Addon> addons = new ArrayList<>();
        if (isOurs(plan.place()) && !plan.secretReaders().isEmpty()) {
            addons.add(externalSecrets());
            addons.add(reloader());
        }
        return addons;
    }

    private static boolean isOurs(Place place) {
        return place.choice(Cluster.class).filter(Cluster::isOurs).isPresent();
    }
}
