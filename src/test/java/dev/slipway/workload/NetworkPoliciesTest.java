package dev.slipway.workload;

import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.workload.Premises.Wants.wants;
import static dev.slipway.workload.Shop.dev;
import static dev.slipway.workload.Shop.prod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.Slipway;
import dev.slipway.plan.Plan;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.testing.assertion.ManifestAssert;
import dev.slipway.workload.Premises.AnyCluster;
import dev.slipway.workload.Premises.Obliging;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class NetworkPoliciesTest {
    private static ManifestAssert byAddress(String name) {
        return dev().manifest("NetworkPolicy", name);
    }

    @Test
    void nothingIsAllowedThatNoServiceDeclares() {
        byAddress("namespace.default-deny")
                .hasField("spec", ofYaml("{ podSelector: {}, policyTypes: [Ingress, Egress] }"));
    }

    @Test
    void everyPolicyHoldsBothWays() {
        dev().manifests("NetworkPolicy").hasCount(6).each(policy -> policy.field("spec.policyTypes")
                .hasItems("Ingress", "Egress"));
    }

    @Test
    void selectsThePodsOfItsService() {
        byAddress("order")
                .hasField(
                        "spec.podSelector",
                        ofYaml("{ matchLabels: { app.kubernetes.io/name: order, app.kubernetes.io/part-of: shop } }"));
    }

    @Test
    void admitsExactlyThePlannedCallers() {
        byAddress("order").hasField("spec.ingress", ofYaml("""
                                - from:
                                  - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: mesh } }
                                    podSelector: { matchLabels: { app: edge, role: gateway } }
                                  ports: [{ port: 8080, protocol: TCP }]
                                - from:
                                  - namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } }
                                  ports: [{ port: 8080, protocol: TCP }]
                                - from:
                                  - ipBlock: { cidr: 10.0.0.0/24 }
                                  - ipBlock: { cidr: 10.0.1.0/24 }
                                  - ipBlock: { cidr: 10.0.2.0/24 }
                                  ports: [{ port: 8080, protocol: TCP }]
                                """));
    }

    @Test
    void admitsTheServiceThatCallsIt() {
        byAddress("stock").hasField("spec.ingress.1", ofYaml("""
                                from:
                                - podSelector:
                                    matchLabels:
                                      app.kubernetes.io/name: order
                                      app.kubernetes.io/part-of: shop
                                ports: [{ port: 9000, protocol: TCP }]
                                """));
    }

    @Test
    void aServiceThatNobodyCallsIsClosed() {
        byAddress("mailer").hasField("spec.ingress", List.of());
    }

    @Test
    void reachesExactlyThePlannedPeers() {
        byAddress("order").hasField("spec.egress", ofYaml("""
                                - to:
                                  - ipBlock:
                                      cidr: 0.0.0.0/0
                                      except:
                                      - 10.0.0.0/8
                                      - 100.64.0.0/10
                                      - 127.0.0.0/8
                                      - 169.254.0.0/16
                                      - 172.16.0.0/12
                                      - 192.168.0.0/16
                                  ports: [{ port: 443, protocol: TCP }]
                                - to: [{ ipBlock: { cidr: 10.9.8.7/32 } }]
                                  ports: [{ port: 8443, protocol: TCP }]
                                - to: [{ ipBlock: { cidr: 172.20.0.10/32 } }]
                                  ports: [{ port: 53, protocol: TCP }, { port: 53, protocol: UDP }]
                                - to:
                                  - podSelector:
                                      matchLabels:
                                        app.kubernetes.io/name: stock
                                        app.kubernetes.io/part-of: shop
                                  ports: [{ port: 9000, protocol: TCP }]
                                - to:
                                  - ipBlock: { cidr: 10.2.0.0/24 }
                                  - ipBlock: { cidr: 10.2.1.0/24 }
                                  - ipBlock: { cidr: 10.2.2.0/24 }
                                  ports: [{ port: 5432, protocol: TCP }, { port: 9098, protocol: TCP }]
                                """));
    }

    @Nested
    class WhereTheClusterKnowsHostsByName {
        @Test
        void hostsAreHeldToTheirNames() {
            prod().manifest("ApplicationNetworkPolicy", "order.hosts").hasField("spec", ofYaml("""
                                    podSelector:
                                      matchLabels:
                                        app.kubernetes.io/name: order
                                        app.kubernetes.io/part-of: shop
                                    policyTypes: [Egress]
                                    egress:
                                    - to: [{ domainNames: [api.payments.example.com] }]
                                      ports: [{ port: 443, protocol: TCP }]
                                    """));
        }

        @Test
        void noAddressIsOpenedForThem() {
            prod().manifest("NetworkPolicy", "order").field("spec.egress").hasSize(4);
            assertThat(Shop.RENDERED
                            .manifest("prod", "NetworkPolicy", "order")
                            .tree()
                            .toString())
                    .doesNotContain("0.0.0.0/0");
        }

        @Test
        void theTwoPoliciesShareNoName() {
            assertThat(Shop.RENDERED.manifests("prod", "ApplicationNetworkPolicy"))
                    .extracting(Manifest::name)
                    .isNotEmpty()
                    .doesNotContainAnyElementsOf(Shop.RENDERED.manifests("prod", "NetworkPolicy").stream()
                            .map(Manifest::name)
                            .toList());
        }
    }

    @Test
    void rulesDoNotDependOnTheOrderOfDeclaration() {
        Origin here = Origin.of("NetworkPoliciesTest.java", 1);
        NetworkEdge one = NetworkEdge.out(new Peer.OfHost("a.example.com"), 443, "one", here);
        NetworkEdge two = NetworkEdge.out(new Peer.OfHost("a.example.com"), 80, "two", here);
        NetworkEdge three = NetworkEdge.out(new Peer.OfService("order"), 8080, "three", here);

        assertThat(Slipway.render(platform(one, two, three)).manifest("dev", "NetworkPolicy", "order"))
                .isEqualTo(Slipway.render(platform(three, two, one)).manifest("dev", "NetworkPolicy", "order"));
    }

    @Test
    void refusesToOpenEverythingWhereThereIsNoSubnet() {
        NetworkEdge edge = NetworkEdge.out(
                new Peer.OfSubnets(Tier.ISOLATED), 5432, "postgres", Origin.of("NetworkPoliciesTest.java", 1));

        assertThatThrownBy(() -> Slipway.render(platform(edge)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "Service order has a way to the ISOLATED subnets of environment dev, which has none; the provider that planned it must check that there is a network.");
    }

    private static Plan platform(NetworkEdge... edges) {
        Service order = Service.go("order").needs(wants(new Binding(List.of(), List.of(), List.of(edges))));
        return Premises.plan(Platform.named("shop")
                .services(order)
                .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, Obliging.PROVIDER)));
    }
}
