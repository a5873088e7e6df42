package dev.slipway.capability.edge;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import java.util.stream.Stream;

/** What has to be there for routes through a load balancer of AWS. */
final class AlbChecks {
    private AlbChecks() {}

    static Stream<Problem> of(Place place) {
        int routes = place.claims(Route.class).size();
        return routes == 0 ? Stream.empty() : Stream.concat(network(place), loadBalancer(place, routes));
    }

    private static Stream<Problem> network(Place place) {
        Environment environment = place.environment();
        return place.choice(Network.class).isPresent()
                ? Stream.empty()
                : Stream.of(error(
                        "edge/no-network",
                        environment.origin(),
                        "Environment %s chooses no network (0) for the load balancer of its routes; there must be one."
                                .formatted(environment.name()),
                        "choose one, such as with(vpc()), or meet routes in another way."));
    }

    private static Stream<Problem> loadBalancer(Place place, int routes) {
        return place.choice(Cluster.class).stream()
                .filter(cluster -> !BalancerMaker.of(place).isIn(place))
                .map(
                        cluster -> warning(
                                "edge/load-balancer",
                                cluster.origin(),
                                "The cluster (%s) of environment %s makes no load balancer by itself, and nothing is installed that does; nothing answers on its routes (%s)."
                                        .formatted(
                                                cluster.getClass().getSimpleName(),
                                                place.environment().name(),
                                                routes),
                                "choose awsLoadBalancerController(), or say preinstalled(awsLoadBalancerController()) where somebody else installs it."));
    }
}
