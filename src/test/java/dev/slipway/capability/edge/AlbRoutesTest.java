package dev.slipway.capability.edge;

import static dev.slipway.capability.edge.AlbRoutes.albRoutes;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
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

    @Nested
    class OfTheEnvironment {
        @Test
        void oneLoadBalancerIsSharedByAGroup() {
            assertThat(RENDERED.manifest("dev", "IngressClassParams", "shop-dev")
                            .tree())
                    .isEqualTo(yaml("""
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
            assertThat(RENDERED.manifest("dev", "IngressClass", "shop-dev").at("spec"))
                    .isEqualTo(yaml("""
                                    controller: eks.amazonaws.com/alb
                                    parameters: { apiGroup: eks.amazonaws.com, kind: IngressClassParams, name: shop-dev }
                                    """));
        }

        @Test
        void everyIngressIsInItsClass() {
            assertThat(RENDERED.manifests("prod", "Ingress")).hasSize(3).allSatisfy(ingress -> assertThat(
                            ingress.at("spec.ingressClassName").text())
                    .isEqualTo("shop-prod"));
        }

        @Test
        void aPodIsReadyOnlyOnceTheLoadBalancerFindsItHealthy() {
            assertThat(RENDERED.manifest("dev", "Namespace", "shop-dev")
                            .at("metadata.labels")
                            .get("eks.amazonaws.com/pod-readiness-gate-inject")
                            .text())
                    .isEqualTo("enabled");
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
            Synthesis rendered = Slipway.render(Premises.plan(Platform.named("shop")
                    .services(Service.java("mailer"))
                    .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, albRoutes()))));

            assertThat(rendered.manifests("dev"))
                    .extracting(Manifest::kind)
                    .contains("Namespace")
                    .doesNotContain("IngressClass", "IngressClassParams", "Ingress");
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
        private final Manifest order = RENDERED.manifest("dev", "Ingress", "order");

        @Test
        void pathsLeadToItsServicesNamedPort() {
            assertThat(order.at("spec.rules")).isEqualTo(yaml("""
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
            assertThat(order.at("metadata.annotations")).isEqualTo(yaml("""
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
            int delay = Integer.parseInt(order.at("metadata.annotations")
                    .get("alb.ingress.kubernetes.io/target-group-attributes")
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
            assertThat(RENDERED.manifests("dev", "Ingress"))
                    .extracting(ingress -> ingress.name()
                            + " "
                            + ingress.at("metadata.annotations")
                                    .get("alb.ingress.kubernetes.io/group.order")
                                    .text()
                            + " "
                            + ingress.at("spec.rules.0.http.paths").items().stream()
                                    .map(path -> path.get("path").text())
                                    .toList())
                    .containsExactly("order -1 [/carts, /orders]", "web.0 0 [/]", "web.2 -2 [/api/me]");
        }

        @Test
        void eachHasAHostOfItsOwnWhereTheEnvironmentSaysSo() {
            assertThat(RENDERED.manifest("prod", "Ingress", "order")
                            .at("spec.rules.0.host")
                            .text())
                    .isEqualTo("order.shop.example.com");
            assertThat(RENDERED.manifest("prod", "Ingress", "web.0")
                            .at("spec.rules.0.host")
                            .text())
                    .isEqualTo("web.shop.example.com");
        }

        @Test
        void knowsItsAddress() {
            assertThat(RENDERED.manifest("prod", "ConfigMap", "order")
                            .at("data.PUBLIC_URL")
                            .text())
                    .isEqualTo("https://order.shop.example.com");
        }

        @Test
        void admitsTheLoadBalancerOnItsContainersPort() {
            assertThat(RENDERED.manifest("dev", "NetworkPolicy", "web")
                            .at("spec.ingress")
                            .items())
                    .contains(yaml("""
                                    from:
                                    - ipBlock: { cidr: 10.0.0.0/24 }
                                    - ipBlock: { cidr: 10.0.1.0/24 }
                                    - ipBlock: { cidr: 10.0.2.0/24 }
                                    ports: [{ port: 3000, protocol: TCP }]
                                    """));
        }

        @Test
        void withoutRoutesIsReachedFromNowhereOutside() {
            assertThat(RENDERED.manifests("dev", "Ingress"))
                    .extracting(Manifest::file)
                    .doesNotContain("mailer");
            assertThat(RENDERED.manifest("dev", "NetworkPolicy", "mailer")
                            .at("spec.ingress")
                            .toString())
                    .doesNotContain("ipBlock");
            assertThat(RENDERED.manifest("dev", "ConfigMap", "mailer")
                            .at("data")
                            .fields()
                            .keySet())
                    .doesNotContain("PUBLIC_URL");
        }
    }
}
