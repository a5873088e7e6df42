package dev.slipway.capability.edge;

import static dev.slipway.addon.AwsLoadBalancerController.awsLoadBalancerController;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.plan.addon.Preinstalled.preinstalled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteRulesTest {
    private static final Environment BARE = Environment.named("dev").with(AnyCluster.BY_ADDRESS, albRoutes());
    private static final Environment DEV = BARE.host("dev.shop.example.com").with(AnyNetwork.THREE_ZONES);

    private static List<Problem> problemsIn(Environment environment, Service... services) {
        return Premises.plan(Platform.named("shop").services(services).environments(environment))
                .problems();
    }

    private static Service routed(String name, String... paths) {
        Service service = Service.java(name);
        for (String path : paths) {
            service = service.needs(route(path));
        }
        return service;
    }

    @Test
    void failsWhenRoutesHaveNoHost() {
        assertThat(problemsIn(BARE.with(AnyNetwork.THREE_ZONES), routed("order", "/orders", "/carts")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "edge/no-host",
                        "Environment dev has no host for its routes (2); where there are routes there must be one.",
                        "add .host(\"dev.shop.example.com\")."));
    }

    @Test
    void warnsWhereNothingMakesTheLoadBalancer() {
        Environment environment = Environment.named("dev")
                .host("dev.shop.example.com")
                .with(eksNodeGroups(), AnyNetwork.THREE_ZONES, albRoutes());

        assertThat(problemsIn(environment, routed("order", "/orders", "/carts")))
                .extracting(Problem::isError, Problem::rule, Problem::what, Problem::fix)
                .containsExactly(
                        tuple(
                                false,
                                "edge/load-balancer",
                                "The cluster (EksNodeGroups) of environment dev makes no load balancer by itself, and nothing is installed that does; nothing answers on its routes (2).",
                                "choose awsLoadBalancerController(), or say preinstalled(awsLoadBalancerController()) where somebody else installs it."));
        assertThat(problemsIn(environment, Service.java("order"))).isEmpty();
        assertThat(problemsIn(environment.with(awsLoadBalancerController()), routed("order", "/orders")))
                .isEmpty();
        assertThat(problemsIn(environment.with(preinstalled(awsLoadBalancerController())), routed("order", "/orders")))
                .isEmpty();
    }

    @Test
    void needsNoHostWithoutRoutes() {
        assertThat(problemsIn(BARE, Service.java("order"))).isEmpty();
    }

    @Test
    void failsWhenThereIsNoNetworkForTheLoadBalancer() {
        assertThat(problemsIn(BARE.host("dev.shop.example.com"), routed("order", "/orders")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "edge/no-network",
                        "Environment dev chooses no network (0) for the load balancer of its routes; there must be one.",
                        "choose one, such as with(vpc()), or meet routes in another way."));
    }

    @Test
    void failsWhenAPathIsNone() {
        assertThat(problemsIn(DEV, routed("order", "orders")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "edge/path",
                        "The path (orders) of a route of service order must be at most 126 characters: a slash before each segment, none at the end, and segments of letters, digits and . _ ~ -.",
                        "write it as route(\"/api/order\"); what lies below it is routed too."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/orders/", "//orders", "/orders/*", "/o?", "/a b", "/..", "/a/./b", "/{id}", "/%2f"})
    void failsWhenAPathSaysMoreThanAPrefix(String path) {
        assertThat(problemsIn(DEV, routed("order", path)))
                .extracting(Problem::rule)
                .containsExactly("edge/path");
    }

    @Test
    void failsWhenAPathIsTooLongForARule() {
        assertThat(problemsIn(DEV, routed("order", "/" + "a".repeat(126))))
                .extracting(Problem::rule)
                .containsExactly("edge/path");
        assertThat(problemsIn(DEV, routed("order", "/" + "a".repeat(125)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/orders", "/api/v1.2/~me", "/.hidden", "/a..b"})
    void acceptsAPrefix(String path) {
        assertThat(problemsIn(DEV, routed("order", path))).isEmpty();
    }

    @Test
    void failsWhenTwoServicesShareARoute() {
        assertThat(problemsIn(DEV, routed("order", "/orders"), routed("cart", "/orders")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "edge/shared-path",
                        "The route (dev.shop.example.com/orders) of service cart is taken by service order; each address leads to one service.",
                        "choose another path for one of the two."));
    }

    @Test
    void acceptsOnePathOnTwoHosts() {
        Environment hosts = BARE.host("<service>.dev.shop.example.com").with(AnyNetwork.THREE_ZONES);

        assertThat(problemsIn(hosts, routed("order", "/"), routed("cart", "/"))).isEmpty();
    }

    @Test
    void acceptsAPathBelowThatOfAnother() {
        assertThat(problemsIn(DEV, routed("order", "/orders"), routed("cart", "/orders/carts")))
                .isEmpty();
    }

    @Test
    void failsWhenARouteLeadsToNoPort() {
        assertThat(problemsIn(DEV, routed("mailer", "/mails").worker()))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "edge/no-port",
                        "The route (/mails) leads to service mailer, which listens on no port; only a server can have routes.",
                        "let it listen with .port(8080), or remove the route."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known", "/.well-known/acme-challenge", "/.well-known/acme-challenge/token"})
    void failsWhenARouteIsInTheWayOfCertificates(String path) {
        assertThat(problemsIn(DEV, routed("order", path)))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "edge/acme-challenge",
                        "The path (%s) of a route of service order must leave /.well-known/acme-challenge free, by which certificates are issued."
                                .formatted(path),
                        "choose another path, such as /.well-known/openid-configuration."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/acme-challenges", "/.well-known/openid-configuration"})
    void acceptsOtherWellKnownPaths(String path) {
        assertThat(problemsIn(DEV, routed("order", path))).isEmpty();
    }
}
