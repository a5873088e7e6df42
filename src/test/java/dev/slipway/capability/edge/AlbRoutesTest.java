package dev.slipway.capability.edge;

import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ManifestAssert;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.AnyNetwork;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AlbRoutesTest {
    private static final Synthesis RENDERED = Slipway.render(Premises.plan(Platform.named("shop")
            .services(
                    Service.go("web").port(3000).needs(route("/"), route("/api/me")),
                    Service.java("order").needs(route("/orders"), route("/carts")),
                    Service.java("mailer"))
            .environments(
                    Environment.named("dev").host("dev.shop.example.com"),
                    Environment.named("prod").production().host("<service>.shop.example.com"))
            .with(AnyCluster.BY_ADDRESS, AnyNetwork.THREE_ZONES, albRoutes())));

    private static EnvironmentAssert dev() {
        return assertThat(RENDERED).environment("dev");
    }

    private static EnvironmentAssert prod() {
        return assertThat(RENDERED).environment("prod");
    }

    @Nested
    class OfTheEnvironment {
        @Test
        void oneLoadBalancerIsSharedByAGroup() {
            dev().manifest("IngressClassParams", "shop-dev").field("").is(Tree.ofYaml("""
                                    apiVersion: eks.amazonaws.com/v1
                                    kind: IngressClassParams
                                    metadata:
                                      name: shop-dev
                                      labels:
                                        app.kubernetes.io/part-of: shop
                                        app.kubernetes.io/managed-by: slipway
                                    spec:
                                      scheme: internet-facing
                                      ipAddressType: ipv4
                                      group: { name: shop-dev }
                                      loadBalancerAttributes:
                                      - { key: routing.http.drop_invalid_header_fields.enabled, value: "true" }
                                    """));
            dev().manifest("IngressClass", "shop-dev").hasField("spec", Tree.ofYaml("""
                                    controller: eks.amazonaws.com/alb
                                    parameters: { apiGroup: eks.amazonaws.com, kind: IngressClassParams, name: shop-dev }
                                    """));
        }

        @Test
        void everyIngressIsInItsClass() {
            prod().manifests("Ingress")
                    .hasCount(3)
                    .each(ingress -> ingress.hasField("spec.ingressClassName", "shop-prod"));
        }

        @Test
        void aPodIsReadyOnlyOnceTheLoadBalancerFindsItHealthy() {
            dev().manifest("Namespace", "shop-dev").hasLabel("eks.amazonaws.com/pod-readiness-gate-inject", "enabled");
        }

        @Test
        void routesStandBeforeThePodsThatTheyHoldBack() {
            assertThat(RENDERED.manifests("dev"))
                    .filteredOn(manifest -> manifest.file().equals("order"))
                    .extracting(Manifest::kind)
                    .containsSubsequence("Service", "Ingress", "Deployment");
        }

        @Test
        void thereIsNoLoadBalancerWithoutRoutes() {
            EnvironmentAssert rendered = assertThat(Slipway.render(Premises.plan(Platform.named("shop")
                            .services(Service.java("mailer"))
                            .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, albRoutes())))))
                    .environment("dev");

            rendered.manifests("Namespace").hasCount(1);
            rendered.manifests("IngressClass").areNone();
            rendered.manifests("IngressClassParams").areNone();
            rendered.manifests("Ingress").areNone();
        }

        @Test
        void theGroupOfALongNameFitsItsLimit() {
            String name = "a".repeat(40);
            Synthesis rendered = Slipway.render(Premises.plan(Platform.named(name)
                    .services(Service.java("order").needs(route("/")))
                    .environments(Environment.named("b".repeat(40))
                            .host("shop.example.com")
                            .with(AnyCluster.BY_ADDRESS, AnyNetwork.THREE_ZONES, albRoutes()))));

            assertThat(rendered.manifests("b".repeat(40), "IngressClassParams"))
                    .singleElement()
                    .satisfies(parameters -> {
                        assertThat(parameters.name()).hasSize(63);
                        assertThat(parameters.at("spec.group.name").text()).isEqualTo(parameters.name());
                    });
        }
    }

    @Nested
    class OfAService {
        private static ManifestAssert order() {
            return dev().manifest("Ingress", "order");
        }

        @Test
        void pathsLeadToItsServicesNamedPort() {
            order().hasField("spec.rules", Tree.ofYaml("""
                                    - host: dev.shop.example.com
                                      http:
                                        paths:
                                        - path: /carts
                                          pathType: Prefix
                                          backend: { service: { name: order, port: { name: http } } }
                                        - path: /orders
                                          pathType: Prefix
                                          backend: { service: { name: order, port: { name: http } } }
                                    """));
        }

        @Test
        void theLoadBalancerChecksWhatThePodSaysOfItself() {
            order().hasField("metadata.annotations", Tree.ofYaml("""
                                    alb.ingress.kubernetes.io/group.order: "-1"
                                    alb.ingress.kubernetes.io/target-type: ip
                                    alb.ingress.kubernetes.io/listen-ports: '[{"HTTP": 80}, {"HTTPS": 443}]'
                                    alb.ingress.kubernetes.io/ssl-redirect: "443"
                                    alb.ingress.kubernetes.io/healthcheck-path: /actuator/health/readiness
                                    alb.ingress.kubernetes.io/target-group-attributes: deregistration_delay.timeout_seconds=30
                                    """));
        }

        @Test
        void requestsAreFinishedBeforeThePodGoes() {
            int delay = Integer.parseInt(RENDERED.manifest("dev", "Ingress", "order")
                    .at("metadata.annotations[alb.ingress.kubernetes.io/target-group-attributes]")
                    .text()
                    .replaceFirst(".*=", ""));
            long grace = RENDERED.manifest("dev", "Deployment", "order")
                    .at("spec.template.spec.terminationGracePeriodSeconds")
                    .number()
                    .orElseThrow();

            assertThat((long) delay).isLessThan(grace);
        }

        @Test
        void deeperPathsComeFirstWhoeverHasThem() {
            dev().manifests("Ingress")
                    .extracting(
                            "metadata.name",
                            "metadata.annotations[alb.ingress.kubernetes.io/group.order]",
                            "spec.rules.0.http.paths.0.path",
                            "spec.rules.0.http.paths.1.path")
                    .is(Tree.ofYaml("""
                            - [order, "-1", /carts, /orders]
                            - [web.0, "0", /, null]
                            - [web.2, "-2", /api/me, null]
                            """));
        }

        @Test
        void eachHasAHostOfItsOwnWhereTheEnvironmentSaysSo() {
            prod().manifest("Ingress", "order").hasField("spec.rules.0.host", "order.shop.example.com");
            prod().manifest("Ingress", "web.0").hasField("spec.rules.0.host", "web.shop.example.com");
        }

        @Test
        void knowsItsAddress() {
            prod().service("order").container().variable("PUBLIC_URL").is("https://order.shop.example.com");
        }

        @Test
        void admitsTheLoadBalancerOnItsContainersPort() {
            dev().manifest("NetworkPolicy", "web").field("spec.ingress").hasItem(Tree.ofYaml("""
                                    from:
                                    - ipBlock: { cidr: 10.0.0.0/24 }
                                    - ipBlock: { cidr: 10.0.1.0/24 }
                                    - ipBlock: { cidr: 10.0.2.0/24 }
                                    ports: [{ port: 3000, protocol: TCP }]
                                    """));
        }

        @Test
        void withoutRoutesIsReachedFromNowhereOutside() {
            dev().manifests("Ingress").areNamed("order", "web.0", "web.2");
            dev().manifest("NetworkPolicy", "mailer").hasField("spec.ingress", Tree.ofYaml("""
                                    - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
                                      ports: [{ port: 8080, protocol: TCP }]
                                    """));
            dev().service("mailer").container().doesNotHaveVariable("PUBLIC_URL");
        }
    }
}
