package dev.slipway.capability.edge.incluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.incluster.GatewayRoutes.gatewayRoutes;
import static dev.slipway.capability.edge.incluster.IngressRoutes.ingressRoutes;
import static dev.slipway.capability.edge.incluster.TraefikRoutes.traefikRoutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.addon.Addons;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each controller is told, and who may come from it. */
class RoutesInClusterTest {
    private static final Service ORDER = Service.java("order").needs(route("/api/orders"), route("/api/carts"));
    private static final Service FRONT = Service.node("front").needs(route("/"));

    private static Plan plan(String host, Choice cluster, Choice routes) {
        return Slipway.plan(Platform.named("shop")
                        .services(ORDER, FRONT, Service.java("silent"))
                        .environments(Environment.named("test").host(host).with(cluster, routes)))
                .verify();
    }

    private static Synthesis render(Choice routes) {
        return Slipway.render(plan("shop.example.com", localCluster(), routes));
    }

    private static String url(Plan plan) {
        return plan.environments().get(0).services().get(0).variables().stream()
                .filter(variable -> variable.name().equals("PUBLIC_URL"))
                .map(variable -> variable.source().toString())
                .findFirst()
                .orElseThrow();
    }

    /** {@code 8080 from ingress-nginx}. */
    private static List<String> ingressOf(Synthesis synthesis, String service) {
        return synthesis.manifest("test", "NetworkPolicy", service).at("spec.ingress").items().stream()
                .flatMap(rule -> rule.get("ports").items().stream()
                        .map(port -> port.get("port").text() + " from "
                                + rule.at("from.0.ipBlock.cidr").text()
                                + rule.at("from.0.namespaceSelector.matchLabels")
                                        .get("kubernetes.io/metadata.name")
                                        .text()))
                .toList();
    }

    @Nested
    class Ingresses {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = RoutesInClusterTest.render(ingressRoutes().issuedBy("letsencrypt"));
        }

        @Test
        void areOneForEachServiceThatHasRoutes() {
            assertThat(synthesis.manifests("test", "Ingress"))
                    .extracting(Manifest::name)
                    .containsExactlyInAnyOrder("order", "front");
            Manifest order = synthesis.manifest("test", "Ingress", "order");
            assertThat(order.at("spec.ingressClassName").text()).isEqualTo("nginx");
            assertThat(order.at("spec.rules.0.host").text()).isEqualTo("shop.example.com");
            assertThat(order.at("spec.rules.0.http.paths").items())
                    .extracting(path -> path.get("path").text())
                    .containsExactly("/api/carts", "/api/orders");
            assertThat(order.at("spec.rules.0.http.paths.0.backend.service.port.name")
                            .text())
                    .isEqualTo("http");
        }

        @Test
        void haveACertificateEachThatIsIssued() {
            Manifest order = synthesis.manifest("test", "Ingress", "order");

            assertThat(order.at("metadata.annotations")
                            .get("cert-manager.io/cluster-issuer")
                            .text())
                    .isEqualTo("letsencrypt");
            assertThat(order.at("spec.tls.0.secretName").text()).isEqualTo("order-tls");
            assertThat(order.at("spec.tls.0.hosts").texts()).containsExactly("shop.example.com");
        }

        @Test
        void letTheControllerIn() {
            assertThat(ingressOf(synthesis, "order"))
                    .containsExactlyInAnyOrder("8080 from ingress-nginx", "8080 from monitoring");
            assertThat(ingressOf(synthesis, "silent")).containsExactly("8080 from monitoring");
        }

        @Test
        void areAnsweredOverHttpWithoutACertificate() {
            Plan plain =
                    plan("shop.example.com", localCluster(), ingressRoutes().of("haproxy", "haproxy-system"));

            assertThat(url(plain)).contains("http://shop.example.com");
            assertThat(url(plan(
                            "shop.example.com", localCluster(), ingressRoutes().tls("shop-tls"))))
                    .contains("https://shop.example.com");
            Manifest order = Slipway.render(plain).manifest("test", "Ingress", "order");
            assertThat(order.at("spec.tls").exists()).isFalse();
            assertThat(order.at("spec.ingressClassName").text()).isEqualTo("haproxy");
        }
    }

    @Nested
    class Gateway {
        private static final GatewayRoutes ROUTES = gatewayRoutes("envoy", "envoy-gateway-system");

        @Test
        void listensForEachHostOverHttpsAndSendsOthersThere() {
            Synthesis synthesis =
                    Slipway.render(plan("<service>.example.com", localCluster(), ROUTES.issuedBy("letsencrypt")));
            Manifest gateway = synthesis.manifest("test", "Gateway", "shop-test");

            assertThat(gateway.at("spec.gatewayClassName").text()).isEqualTo("envoy");
            assertThat(gateway.at("metadata.annotations")
                            .get("cert-manager.io/cluster-issuer")
                            .text())
                    .isEqualTo("letsencrypt");
            assertThat(gateway.at("spec.listeners").items())
                    .extracting(listener -> "%s %s %s %s"
                            .formatted(
                                    listener.get("name").text(),
                                    listener.get("port").text(),
                                    listener.get("hostname").text(),
                                    listener.at("tls.certificateRefs.0.name").text()))
                    .containsExactly(
                            "http 80  ",
                            "https-order 443 order.example.com shop-test-tls",
                            "https-front 443 front.example.com shop-test-tls");
            Manifest redirect = synthesis.manifest("test", "HTTPRoute", "shop-test.redirect");
            assertThat(redirect.at("spec.parentRefs.0.sectionName").text()).isEqualTo("http");
            assertThat(redirect.at("spec.rules.0.filters.0.requestRedirect.scheme")
                            .text())
                    .isEqualTo("https");
            Manifest order = synthesis.manifest("test", "HTTPRoute", "order");
            assertThat(order.at("spec.parentRefs.0.sectionName").text()).isEqualTo("https-order");
            assertThat(order.at("spec.hostnames").texts()).containsExactly("order.example.com");
            assertThat(order.at("spec.rules.0.matches").items())
                    .extracting(match -> match.at("path.type").text() + " "
                            + match.at("path.value").text())
                    .containsExactly("PathPrefix /api/carts", "PathPrefix /api/orders");
            assertThat(order.at("spec.rules.0.backendRefs.0.port").text()).isEqualTo("80");
        }

        @Test
        void hasOneListenerForOneHostAndNoneWithoutACertificate() {
            Synthesis secured = render(ROUTES.tls("shop-tls"));
            assertThat(secured.manifest("test", "Gateway", "shop-test")
                            .at("spec.listeners")
                            .items())
                    .extracting(listener -> listener.get("name").text())
                    .containsExactly("http", "https-order");
            assertThat(secured.manifest("test", "HTTPRoute", "front")
                            .at("spec.parentRefs.0.sectionName")
                            .text())
                    .isEqualTo("https-order");

            Synthesis plain = render(ROUTES);
            assertThat(plain.manifest("test", "Gateway", "shop-test")
                            .at("spec.listeners")
                            .items())
                    .hasSize(1);
            assertThat(plain.manifests("test", "HTTPRoute"))
                    .extracting(Manifest::name)
                    .containsExactlyInAnyOrder("order", "front");
            assertThat(plain.manifest("test", "HTTPRoute", "order")
                            .at("spec.parentRefs.0.sectionName")
                            .text())
                    .isEqualTo("http");
            assertThat(ingressOf(plain, "order")).contains("8080 from envoy-gateway-system");
        }
    }

    @Nested
    class Traefik {
        @Test
        void sendsToHttpsByTheLastOfRoutesAndNotByTheEntryPoint() {
            Plan plan = plan("shop.example.com", localCluster(), traefikRoutes().tls("shop-tls"));
            Synthesis synthesis = Slipway.render(plan);
            Tree web = synthesis.manifest("test", "IngressRoute", "redirect").at("spec");
            Tree secured = synthesis.manifest("test", "Ingress", "order").at("metadata.annotations");

            assertThat(web.get("entryPoints").texts()).containsExactly("web");
            assertThat(web.at("routes.0.match").text()).isEqualTo("Host(`shop.example.com`)");
            assertThat(web.at("routes.0.priority").text()).isEqualTo("1");
            assertThat(web.at("routes.0.middlewares.0.name").text()).isEqualTo("redirect");
            assertThat(secured.get("traefik.ingress.kubernetes.io/router.entrypoints")
                            .text())
                    .isEqualTo("websecure");
            assertThat(synthesis
                            .manifest("test", "Middleware", "redirect")
                            .at("spec.redirectScheme.scheme")
                            .text())
                    .isEqualTo("https");
            assertThat(Addons.of(plan.environments().get(0).place()))
                    .filteredOn(addon -> addon.name().equals("traefik"))
                    .singleElement()
                    .satisfies(addon -> {
                        assertThat(addon.chart(plan.environments().get(0).place())
                                        .leaves())
                                .containsEntry("hostNetwork", true)
                                .containsEntry("deployment.kind", "DaemonSet")
                                .containsEntry("ports.web.port", 80)
                                .containsEntry("ingressClass.name", "traefik")
                                .allSatisfy((path, value) -> assertThat(path).doesNotContain("redirections"));
                    });
        }

        @Test
        void isInstalledOnlyWhereThereAreRoutes() {
            Plan silent = Slipway.plan(Platform.named("shop")
                            .services(Service.java("silent"))
                            .environments(Environment.named("test").with(localCluster(), traefikRoutes())))
                    .verify();

            assertThat(Addons.of(silent.environments().get(0).place())).isEmpty();
            assertThat(Slipway.render(silent).manifests("test", "Middleware")).isEmpty();
        }

        @Test
        void comesFromNodesWhereverTheyAre() {
            assertThat(ingressOf(render(traefikRoutes().nodesIn("10.20.0.0/16")), "order"))
                    .contains("8080 from 10.20.0.0/16");
            assertThat(ingressOf(Slipway.render(plan("shop.example.com", eksAutoMode(), traefikRoutes())), "order"))
                    .contains("8080 from 10.0.0.0/16");
            assertThat(ingressOf(render(traefikRoutes()), "order")).containsExactly("8080 from monitoring");
        }
    }
}
