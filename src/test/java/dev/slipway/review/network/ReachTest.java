package dev.slipway.review.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.review.workload.Workload;
import dev.slipway.testing.Shop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReachTest {
    private static final Reach SHOP = Reach.of(Shop.SYNTHESIS, "prod");

    @ParameterizedTest
    @CsvSource({
        "order, payment, 80, true",
        "order, payment.shop.svc.cluster.local, 80, true",
        "order, payment, 81, false",
        "payment, order, 8080, false",
        "order, 10.0.1.4, 5432, true",
        "order, 10.0.1.4, 5433, true",
        "order, 10.0.1.4, 5434, false",
        "order, 10.0.9.7, 5432, false",
        "order, 10.0.8.0/23, 5432, false",
        "order, 10.1.0.1, 5432, false",
        "order, fd00::1, 5432, false",
        "payment, api.bank.example.com, 443, true",
        "payment, API.bank.example.com, 443, true",
        "payment, bank.example.com, 443, false",
        "payment, api.bank.example.com, 80, false",
        "order, api.bank.example.com, 443, false"
    })
    void followsThePolicies(String from, String to, long port, boolean isOpen) {
        assertThat(SHOP.way(from, to, port).isOpen()).isEqualTo(isOpen);
    }

    @Test
    void knowsThePortsOfServicesAndOfContainers() {
        assertThat(SHOP.ports("payment")).containsExactly(80L);
        assertThat(SHOP.ports("order")).containsExactly(8080L);
        assertThat(SHOP.ports("none")).isEmpty();
        assertThat(SHOP.knows("order")).isTrue();
        assertThat(SHOP.knows("none")).isFalse();
    }

    @Test
    void leavesPodsOpenThatNoPolicySelects() {
        Synthesis open = pods("");
        assertThat(way(open, "a", "b", 80).isOpen()).isTrue();
        assertThat(way(open, "a", "example.com", 443).isOpen()).isTrue();
        assertThat(way(open, "a", "192.0.2.1", 22).isOpen()).isTrue();
    }

    @Test
    void closesOneDirectionWhereAPolicySaysNoTypes() {
        Synthesis closed = pods("""
                ---
                kind: NetworkPolicy
                metadata: {name: p, namespace: n}
                spec: {podSelector: {matchExpressions: [{key: app, operator: In, values: [b]}]}}
                """);
        assertThat(way(closed, "a", "b", 80).obstacles()).containsExactly("no ingress rule of b admits a on port 80");
        assertThat(way(closed, "b", "a", 80).isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'{cidr: 0.0.0.0/0}', true",
        "'{cidr: 0.0.0.0/0, except: [10.0.0.0/8, 169.254.169.254/32]}', true",
        "'{cidr: 0.0.0.0/0, except: [8.8.8.0/24]}', false",
        "'{cidr: 128.0.0.0/1}', false"
    })
    void reachesAHostWhereEveryPublicAddressIsAdmitted(String block, boolean isOpen) {
        Synthesis world = pods("""
                ---
                kind: NetworkPolicy
                metadata: {name: p, namespace: n}
                spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: %s}]}]}
                """.formatted(block));
        assertThat(way(world, "a", "example.com", 443).isOpen()).isEqualTo(isOpen);
    }

    @Test
    void readsNoRuleOfUdpAsOneOfTcp() {
        Synthesis names = pods("""
                ---
                kind: NetworkPolicy
                metadata: {name: p, namespace: n}
                spec: {podSelector: {}, policyTypes: [Egress], egress: [{ports: [{protocol: UDP, port: 53}]}]}
                """);
        assertThat(way(names, "a", "192.0.2.1", 53).isOpen()).isFalse();
    }

    @Test
    void keepsToTheNamespaceOfAPolicyWithoutASelectorOfThem() {
        Synthesis apart = pods("""
                ---
                kind: NetworkPolicy
                metadata: {name: p, namespace: n}
                spec: {podSelector: {}, policyTypes: [Egress], egress: [{to: [{podSelector: {}}]}]}
                ---
                kind: Pod
                metadata: {name: c, namespace: m, labels: {app: c}}
                spec: {containers: [{name: c, ports: [{containerPort: 80}]}]}
                """);
        assertThat(way(apart, "a", "b", 80).isOpen()).isTrue();
        assertThat(way(apart, "a", "c", 80).isOpen()).isFalse();
    }

    @Test
    void readsRoutes() {
        assertThat(Route.in(Shop.SYNTHESIS, "prod"))
                .extracting(Route::toString)
                .containsExactly("shop.example.com/api/orders to order:http");
        Synthesis gateway =
                Synthesis.builder().manifests("prod", "routes.yaml", """
                        kind: HTTPRoute
                        metadata: {name: r}
                        spec: {hostnames: [a.example.com], rules: [{matches: [{path: {value: /x}}], backendRefs: [{name: s, port: 80}]}, {backendRefs: [{name: t, port: 81}]}]}
                        """).build();
        assertThat(Route.in(gateway, "prod"))
                .extracting(Route::toString)
                .containsExactly("a.example.com/x to s:80", "a.example.com/ to t:81");
    }

    private static Way way(Synthesis synthesis, String from, String to, long port) {
        Workload workload = Workload.named(synthesis, "prod", from).orElseThrow();
        return Reach.of(synthesis, "prod").way(workload, to, port);
    }

    private static Synthesis pods(String policies) {
        String pods = String.join(
                "---\n", List.of("a", "b").stream().map("""
                        kind: Pod
                        metadata: {name: %1$s, namespace: n, labels: {app: %1$s}}
                        spec: {containers: [{name: %1$s, ports: [{containerPort: 80}]}]}
                        """::formatted).toList());
        return Synthesis.builder()
                .manifests("prod", "pods.yaml", pods + policies)
                .build();
    }
}
