package dev.slipway.capability.edge.incluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.incluster.GatewayRoutes.gatewayRoutes;
import static dev.slipway.capability.edge.incluster.IngressRoutes.ingressRoutes;
import static dev.slipway.capability.edge.incluster.TraefikRoutes.traefikRoutes;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.TreeAssert;
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

    private static EnvironmentAssert test(Synthesis synthesis) {
        return assertThat(synthesis).environment("test");
    }

    private static TreeAssert ingressOf(Synthesis synthesis, String service) {
        return test(synthesis).manifest("NetworkPolicy", service).field("spec.ingress");
    }

    private static Tree fromNamespace(String name) {
        return from("namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: %s } }".formatted(name));
    }

    private static Tree fromRange(String range) {
        return from("ipBlock: { cidr: %s }".formatted(range));
    }

    private static Tree from(String peer) {
        return Tree.ofYaml("{ from: [{ %s }], ports: [{ port: 8080, protocol: TCP }] }".formatted(peer));
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
            test(synthesis).manifests("Ingress").areNamed("order", "front");
            test(synthesis)
                    .manifest("Ingress", "order")
                    .hasField("spec.ingressClassName", "nginx")
                    .hasField("spec.rules.0.host", "shop.example.com")
                    .hasField("spec.rules.0.http.paths.0.backend.service.port.name", "http")
                    .field("spec.rules.0.http.paths")
                    .extracting("path")
                    .hasItems("/api/carts", "/api/orders");
        }

        @Test
        void haveACertificateEachThatIsIssued() {
            test(synthesis)
                    .manifest("Ingress", "order")
                    .hasAnnotation("cert-manager.io/cluster-issuer", "letsencrypt")
                    .hasField("spec.tls", Tree.ofYaml("[{ secretName: order-tls, hosts: [shop.example.com] }]"));
        }

        @Test
        void letTheControllerIn() {
            ingressOf(synthesis, "order")
                    .hasItemsInAnyOrder(fromNamespace("ingress-nginx"), fromNamespace("monitoring"));
            ingressOf(synthesis, "silent").hasItems(fromNamespace("monitoring"));
        }

        @Test
        void areAnsweredOverHttpWithoutACertificate() {
            Plan plain =
                    plan("shop.example.com", localCluster(), ingressRoutes().of("haproxy", "haproxy-system"));

            assertThat(url(plain)).contains("http://shop.example.com");
            assertThat(url(plan(
                            "shop.example.com", localCluster(), ingressRoutes().tls("shop-tls"))))
                    .contains("https://shop.example.com");
            test(Slipway.render(plain))
                    .manifest("Ingress", "order")
                    .doesNotHaveField("spec.tls")
                    .hasField("spec.ingressClassName", "haproxy");
        }
    }

    @Nested
    class Gateway {
        private static final GatewayRoutes ROUTES = gatewayRoutes("envoy", "envoy-gateway-system");

        @Test
        void listensForEachHostOverHttpsAndSendsOthersThere() {
            EnvironmentAssert test =
                    test(Slipway.render(plan("<service>.example.com", localCluster(), ROUTES.issuedBy("letsencrypt"))));

            test.manifest("Gateway", "shop-test")
                    .hasField("spec.gatewayClassName", "envoy")
                    .hasAnnotation("cert-manager.io/cluster-issuer", "letsencrypt")
                    .field("spec.listeners")
                    .extracting("name", "port", "hostname", "tls.certificateRefs.0.name")
                    .is(Tree.ofYaml("""
                            - [http, 80, null, null]
                            - [https-order, 443, order.example.com, shop-test-tls]
                            - [https-front, 443, front.example.com, shop-test-tls]
                            """));
            test.manifest("HTTPRoute", "shop-test.redirect")
                    .hasField("spec.parentRefs.0.sectionName", "http")
                    .hasField("spec.rules.0.filters.0.requestRedirect.scheme", "https");
            test.manifest("HTTPRoute", "order")
                    .hasField("spec.parentRefs.0.sectionName", "https-order")
                    .hasField("spec.hostnames", List.of("order.example.com"))
                    .hasField("spec.rules.0.backendRefs.0.port", 80)
                    .field("spec.rules.0.matches")
                    .extracting("path.type", "path.value")
                    .hasItems(List.of("PathPrefix", "/api/carts"), List.of("PathPrefix", "/api/orders"));
        }

        @Test
        void hasOneListenerForOneHostAndNoneWithoutACertificate() {
            EnvironmentAssert secured = test(render(ROUTES.tls("shop-tls")));
            secured.manifest("Gateway", "shop-test")
                    .field("spec.listeners")
                    .extracting("name")
                    .hasItems("http", "https-order");
            secured.manifest("HTTPRoute", "front").hasField("spec.parentRefs.0.sectionName", "https-order");

            Synthesis plain = render(ROUTES);
            test(plain).manifest("Gateway", "shop-test").field("spec.listeners").hasSize(1);
            test(plain).manifests("HTTPRoute").areNamed("order", "front");
            test(plain).manifest("HTTPRoute", "order").hasField("spec.parentRefs.0.sectionName", "http");
            ingressOf(plain, "order").hasItem(fromNamespace("envoy-gateway-system"));
        }
    }

    @Nested
    class Traefik {
        @Test
        void sendsToHttpsByTheLastOfRoutesAndNotByTheEntryPoint() {
            EnvironmentAssert test = test(render(traefikRoutes().tls("shop-tls")));

            test.manifest("IngressRoute", "redirect")
                    .hasField("spec.entryPoints", List.of("web"))
                    .hasField("spec.routes.0.match", "Host(`shop.example.com`)")
                    .hasField("spec.routes.0.priority", 1)
                    .hasField("spec.routes.0.middlewares.0.name", "redirect");
            test.manifest("Ingress", "order")
                    .hasAnnotation("traefik.ingress.kubernetes.io/router.entrypoints", "websecure");
            test.manifest("Middleware", "redirect").hasField("spec.redirectScheme.scheme", "https");
            test.chart("traefik")
                    .hasValue("hostNetwork", true)
                    .hasValue("deployment.kind", "DaemonSet")
                    .hasValue("ingressClass.name", "traefik")
                    .hasValue(
                            "ports",
                            Tree.ofYaml("{ web: { port: 80 }, websecure: { port: 443 }, metrics: { port: 9101 } }"));
        }

        @Test
        void isInstalledOnlyWhereThereAreRoutes() {
            Plan silent = Slipway.plan(Platform.named("shop")
                            .services(Service.java("silent"))
                            .environments(Environment.named("test").with(localCluster(), traefikRoutes())))
                    .verify();

            test(Slipway.render(silent)).hasCharts().manifests("Middleware").areNone();
        }

        @Test
        void comesFromNodesWhereverTheyAre() {
            ingressOf(render(traefikRoutes().nodesIn("10.20.0.0/16")), "order").hasItem(fromRange("10.20.0.0/16"));
            ingressOf(Slipway.render(plan("shop.example.com", eksAutoMode(), traefikRoutes())), "order")
                    .hasItem(fromRange("10.0.0.0/16"));
            ingressOf(render(traefikRoutes()), "order").hasItems(fromNamespace("monitoring"));
        }
    }
}
