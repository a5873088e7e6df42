package dev.slipway.plan;

import static dev.slipway.plan.Ask.ask;
import static dev.slipway.plan.Ask.asks;
import static dev.slipway.plan.FakeCluster.cluster;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.binding.Arn;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.NetworkEdge.Protocol;
import dev.slipway.plan.binding.Tier;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final Origin ANY = Origin.unknown();
    private static final Peer DNS = new Peer.OfPods("kube-system", Map.of("k8s-app", "kube-dns"));
    private static final NetworkEdge NAMES =
            new NetworkEdge(Direction.OUT, DNS, 53, Protocol.UDP, "necessity: names", ANY);

    private static NetworkEdge metrics(int port) {
        return NetworkEdge.in(new Peer.OfPods("monitoring", Map.of()), port, "necessity: metrics", ANY);
    }

    @Nested
    class OfCallers {
        private final Service order = Service.go("order").worker().needs(asks("payment", 8080));
        private final Service cart = Service.go("cart").worker().needs(asks("payment", 8080), asks("order", 9000));
        private final Service payment = Service.go("payment").worker();
        private final EnvironmentPlan plan = Planning.dev(List.of(), order, cart, payment);

        @Test
        void areMirroredWhereTheyEnd() {
            assertThat(plan.services().get(2).edges())
                    .containsExactly(
                            NetworkEdge.in(new Peer.OfService("order"), 8080, "order asks payment", ANY),
                            NetworkEdge.in(new Peer.OfService("cart"), 8080, "cart asks payment", ANY));
        }

        @Test
        void pointAtTheNeedOfTheCaller() {
            assertThat(plan.services().get(2).edges().get(0).origin())
                    .hasToString(order.needs().get(0).origin().toString());
        }

        @Test
        void standAfterTheServicesOwn() {
            assertThat(plan.services().get(0).edges())
                    .containsExactly(
                            NetworkEdge.out(new Peer.OfService("payment"), 8080, "asks payment", ANY),
                            NetworkEdge.in(new Peer.OfService("cart"), 9000, "cart asks order", ANY));
        }

        @Test
        void keepTheirProtocol() {
            NetworkEdge udp = new NetworkEdge(
                    Direction.OUT, new Peer.OfService("payment"), 5000, Protocol.UDP, "asks loudly", ANY);
            Service caller = Service.go("order").worker().needs(ask("loudly", Binding.ofEdges(udp)));
            assertThat(Planning.dev(List.of(), payment, caller)
                            .services()
                            .get(0)
                            .edges())
                    .containsExactly(new NetworkEdge(
                            Direction.IN, new Peer.OfService("order"), 5000, Protocol.UDP, "order asks loudly", ANY));
        }

        @Test
        void areNotMadeOfWaysInOrToOthers() {
            NetworkEdge in = NetworkEdge.in(new Peer.OfService("payment"), 8080, "is asked", ANY);
            NetworkEdge store = NetworkEdge.out(new Peer.OfSubnets(Tier.ISOLATED), 5432, "asks store", ANY);
            Service other = Service.go("order").worker().needs(ask("x", Binding.ofEdges(in, store)));
            EnvironmentPlan both = Planning.dev(List.of(), payment, other);
            assertThat(both.services().get(0).edges()).isEmpty();
            assertThat(both.services().get(1).edges()).containsExactly(in, store);
        }
    }

    @Nested
    class OfNecessity {
        @Test
        void admitTheScraperToServersOnly() {
            EnvironmentPlan plan = Planning.dev(
                    List.of(),
                    Service.go("order").port(9000),
                    Service.go("payment").worker());
            assertThat(plan.services().get(0).edges()).containsExactly(metrics(9000));
            assertThat(plan.services().get(1).edges()).isEmpty();
        }

        @Test
        void areThoseOfTheClusterForEveryService() {
            Plan plan = Planning.plan(
                    Environment.named("dev").with(cluster(NAMES)),
                    Service.go("order"),
                    Service.go("job").once());
            List<ServicePlan> services = plan.environments().get(0).services();
            assertThat(services.get(0).edges()).containsExactly(NAMES, metrics(8080));
            assertThat(services.get(1).edges()).containsExactly(NAMES);
        }

        @Test
        void areNamedOnceWhereANeedHasThemToo() {
            Plan plan = Planning.plan(
                    Environment.named("dev").with(cluster(NAMES), Answers.answers()),
                    Service.go("order").worker().needs(ask("names", Binding.ofEdges(NAMES))));
            assertThat(plan.environments().get(0).services().get(0).edges()).containsExactly(NAMES);
        }
    }

    @Test
    void holdPodsToHostNamesOnlyWhereTheClusterCan() {
        assertThat(cluster().enforcesHostNames()).isFalse();
    }

    @Test
    void grantsAreThoseOfTheNeedsInOrder() {
        Grant write = Grant.allow(List.of("kafka-cluster:WriteData"), Arn.of("arn:b"), "publishes b");
        Grant read = Grant.allow(List.of("kafka-cluster:ReadData"), Arn.of("arn:a"), "consumes a");
        ServicePlan plan = Planning.first(Service.go("order")
                .needs(
                        ask("b", Binding.ofGrants(write)),
                        ask("a", Binding.ofGrants(read)),
                        ask("c", Binding.ofGrants(write))));
        assertThat(plan.grants()).containsExactly(write, read);
    }
}
