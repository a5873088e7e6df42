package dev.slipway.plan;

import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The Kubernetes cluster of an environment. */
public interface Cluster extends Planned {
    /** Minor version: {@code 1.36}. */
    String kubernetesVersion();

    /** What it is called on AWS: {@code ordering-dev}, unless it has a name already. */
    default String name(Place place) {
        return place.names().environmentWide();
    }

    /** The ways on the network that every pod needs whatever its service declares: name resolution, credentials. */
    List<NetworkEdge> necessities();

    /** The ways on the network to its API, for the few that ask it for something. */
    default List<NetworkEdge> waysToItsApi() {
        return List.of();
    }

    /** Whether it can hold pods to hosts outside by name; otherwise a host is any public address on its port. */
    default boolean enforcesHostNames() {
        return false;
    }

    /** Whether it makes load balancers of routes by itself, without a controller that somebody has to install. */
    default boolean makesLoadBalancers() {
        return false;
    }

    /** The roles or users, by their ARN, that it lets do everything, where it is the platform's own. */
    default List<String> admins() {
        return List.of();
    }

    /** Whether it knows what its pods use, as autoscalers ask, without a metrics-server that has to be installed. */
    default boolean metersPods() {
        return false;
    }

    /** Whether it is the platform's own, so that what it lacks is installed; that of somebody else is left as it is. */
    default boolean isOurs() {
        return true;
    }

    /**
     * Whether it runs on AWS. Where it does not, the environment has no stacks, account or region, and its defaults are those
     * that need none.
     */
    default boolean isOnAws() {
        return true;
    }

    /** The one that an environment of a platform chooses, or has its platform choose. */
    static Optional<Cluster> chosenBy(Environment environment, Platform platform) {
        return Stream.concat(environment.choices().stream(), platform.choices().stream())
                .filter(Cluster.class::isInstance)
                .map(Cluster.class::cast)
                .findFirst();
    }

    @Override
    default Class<?> kind() {
        return Cluster.class;
    }
}
