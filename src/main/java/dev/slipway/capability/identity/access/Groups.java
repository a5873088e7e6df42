package dev.slipway.capability.identity.access;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import java.util.List;

/** The groups of Kubernetes that people belong to: planned on EKS, where access entries put them in, and given elsewhere. */
final class Groups {
    static final String DEVELOPERS = "developers";
    static final String ADMINS = "admins";

    private Groups() {}

    static boolean isOnAws(Place place) {
        return place.choice(Cluster.class).map(Cluster::isOnAws).orElse(true);
    }

    /** {@code shop.dev.developers}: dots part what names cannot contain. */
    static String planned(Names names, String role) {
        return "%s.%s.%s".formatted(names.platform(), names.environment(), role);
    }

    /** Those that a role is bound to. */
    static List<String> of(Place place, String role, List<String> principals) {
        if (principals.isEmpty()) {
            return List.of();
        }
        return isOnAws(place) ? List.of(planned(place.names(), role)) : principals;
    }
}
