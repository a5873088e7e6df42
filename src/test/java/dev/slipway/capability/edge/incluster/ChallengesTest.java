package dev.slipway.capability.edge.incluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.incluster.GatewayRoutes.gatewayRoutes;
import static dev.slipway.capability.edge.incluster.IngressRoutes.ingressRoutes;
import static dev.slipway.capability.edge.incluster.TraefikRoutes.traefikRoutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Providers;
import dev.slipway.capability.edge.Route;
import dev.slipway.plan.Provider;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever leads requests to services, leaves the way free by which certificates are issued. */
class ChallengesTest {
    private static final String CHALLENGE = "/.well-known/acme-challenge/";

    static Stream<Choice> providers() {
        return Stream.of(
                albRoutes(),
                ingressRoutes().issuedBy("letsencrypt"),
                gatewayRoutes("envoy", "envoy-gateway-system").issuedBy("letsencrypt"),
                traefikRoutes().issuedBy("letsencrypt"));
    }

    private static Platform platform(Choice routes, String... paths) {
        Service front = Service.node("front");
        for (String path : paths) {
            front = front.needs(route(path));
        }
        return Platform.named("shop")
                .services(front)
                .environments(Environment.named("test").host("shop.example.com").with(eksAutoMode(), routes));
    }

    @Test
    void coversEveryProviderOfRoutes() {
        List<? extends Class<?>> known = Providers.all().values().stream()
                .map(kit -> kit.provider())
                .filter(choice -> choice instanceof Provider<?> provider
                        && provider.meets().equals(Route.class))
                .map(Object::getClass)
                .distinct()
                .toList();

        assertThat(providers().map(Object::getClass).toList()).hasSameElementsAs(known);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void refusesWhatWouldTakeChallenges(Choice provider) {
        for (String path : List.of("/.well-known", "/.well-known/acme-challenge", CHALLENGE + "token")) {
            assertThat(Slipway.plan(platform(provider, path)).problems())
                    .as(path)
                    .extracting(Problem::rule)
                    .containsExactly("edge/acme-challenge");
        }
        assertThat(Slipway.plan(platform(provider, "/", "/.well-known/openid-configuration"))
                        .problems())
                .isEmpty();
    }

    /** Of several that match, the longest path wins: a solver's own is longer than all that are rendered. */
    @ParameterizedTest
    @MethodSource("providers")
    void rendersNoPathThatIsLongerThanThatOfAChallenge(Choice provider) {
        Synthesis synthesis = Slipway.render(Slipway.plan(platform(provider, "/", "/api")));
        List<String> paths = synthesis.manifests("test").stream()
                .filter(manifest -> List.of("Ingress", "HTTPRoute").contains(manifest.kind()))
                .flatMap(manifest -> manifest.tree().all())
                .flatMap(ChallengesTest::paths)
                .toList();

        assertThat(paths).isNotEmpty();
        assertThat(paths).filteredOn(CHALLENGE::startsWith).containsOnly("/");
    }

    private static Stream<String> paths(Tree tree) {
        boolean isRule = tree.get("pathType").exists();
        boolean isMatch = tree.get("type").text().equals("PathPrefix");
        return isRule
                ? Stream.of(tree.get("path").text())
                : isMatch ? Stream.of(tree.get("value").text()) : Stream.empty();
    }
}
