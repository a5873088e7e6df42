package dev.slipway.render.topology;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.allowsFrom;
import static dev.slipway.capability.network.Connections.calls;
import static dev.slipway.capability.network.Connections.reaches;
import static dev.slipway.capability.network.Connections.reachesIn;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.storage.volume.Volume.volume;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.platform.Autoscaling.autoscale;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Wish;
import dev.slipway.capability.cache.incluster.InClusterValkey;
import dev.slipway.capability.database.incluster.InClusterPostgres;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.incluster.InClusterKafka;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import dev.slipway.review.Synthesis;
import dev.slipway.review.topology.Topology;
import dev.slipway.review.topology.Topology.Edge;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is written about an environment, read back. */
class TopologyFileTest {
    private static final Topic PLACED =
            Topic.named("order.placed").partitions(6).keyedBy("orderId");
    private static final Topic PRICES = Topic.named("prices").compact();
    private static final Origin NOWHERE = Origin.unknown();
    private static final Topology LOCAL = topology(plan());

    private static Plan plan() {
        return Slipway.plan(Platform.named("shop")
                .release("1.2.3")
                .services(
                        Service.java("order")
                                .needs(postgres(), cache(), route("/api/orders"), publishes(PLACED), publishes(PRICES)),
                        Service.java("mail")
                                .worker()
                                .needs(
                                        secret("smtp", "password"),
                                        volume("/var/mail", 5),
                                        consumes(PLACED),
                                        calls("order"),
                                        reaches("smtp.example.com", 587),
                                        reachesIn("reporting", 9000)),
                        Service.java("night").scheduled("0 3 * * *").needs(postgres()),
                        Service.java("open").needs(allowsFrom("reporting")))
                .environments(Environment.named("local")
                        .host("shop.localhost")
                        .with(
                                localCluster(),
                                Sizing.SMALL,
                                autoscale(2, 5),
                                InClusterPostgres.inClusterPostgres(),
                                InClusterValkey.inClusterValkey(),
                                InClusterKafka.inClusterKafka())));
    }

    private static Topology topology(Plan plan) {
        EnvironmentPlan local = plan.verify().environments().get(0);
        Map<String, String> files = new TreeMap<>();
        TopologyFile.of(local, List.of()).forEach((path, text) -> files.put("dist/" + path, text));
        return Topology.of(Synthesis.of(files), "local").orElseThrow();
    }

    @Test
    void namesThePlatformAndTheEnvironment() {
        assertThat(LOCAL.platform()).isEqualTo("shop");
        assertThat(LOCAL.environment()).isEqualTo("local");
    }

    @Test
    void describesServicesInTheOrderOfTheirDeclaration() {
        assertThat(LOCAL.services())
                .containsExactly(
                        new Topology.Service("order", 2, 5, "shop/order:1.2.3", OptionalInt.of(8080)),
                        new Topology.Service("mail", 1, 1, "shop/mail:1.2.3", OptionalInt.empty()),
                        new Topology.Service("night", 0, 1, "shop/night:1.2.3", OptionalInt.empty()),
                        new Topology.Service("open", 2, 5, "shop/open:1.2.3", OptionalInt.of(8080)));
    }

    @Test
    void describesEachTopicAndStoreOnce() {
        assertThat(LOCAL.topics())
                .containsExactly(
                        new Topology.Topic(
                                "order.placed", 6, Optional.of("orderId"), false, Optional.of(Duration.ofDays(7))),
                        new Topology.Topic("prices", 12, Optional.empty(), true, Optional.empty()));
        assertThat(LOCAL.stores())
                .containsExactly(
                        new Topology.Store("mail/secret/smtp", "secret", "ClusterSecrets"),
                        new Topology.Store("mail/volume/var/mail", "volume", "PersistentVolumes"),
                        new Topology.Store("night/postgres", "postgres", "InClusterPostgres"),
                        new Topology.Store("order/cache", "cache", "InClusterValkey"),
                        new Topology.Store("order/postgres", "postgres", "InClusterPostgres"));
    }

    @Test
    void drawsAnArrowForEachNeedInTheDirectionOfWhatFlows() {
        assertThat(LOCAL.edges())
                .containsExactlyInAnyOrder(
                        new Edge("service/order", "store/order/postgres", "uses", "postgres"),
                        new Edge("service/night", "store/night/postgres", "uses", "postgres"),
                        new Edge("service/order", "store/order/cache", "uses", "cache"),
                        new Edge("route/api/orders", "service/order", "routes", "route /api/orders"),
                        new Edge("service/order", "topic/order.placed", "publishes", "publishes order.placed"),
                        new Edge("service/order", "topic/prices", "publishes", "publishes prices"),
                        new Edge("topic/order.placed", "service/mail", "consumes", "consumes order.placed"),
                        new Edge("service/mail", "store/mail/secret/smtp", "uses", "secret smtp"),
                        new Edge("service/mail", "store/mail/volume/var/mail", "uses", "volume /var/mail"),
                        new Edge("service/mail", "service/order", "calls", "calls order"),
                        new Edge(
                                "service/mail", "host/smtp.example.com:587", "reaches", "reaches smtp.example.com:587"),
                        new Edge(
                                "service/mail",
                                "namespace/reporting",
                                "reaches",
                                "reaches namespace reporting on port 9000"),
                        new Edge(
                                "namespace/reporting",
                                "service/open",
                                "calls",
                                "allows calls from namespace reporting"));
    }

    @Test
    void namesEveryChoiceThatHolds() {
        assertThat(LOCAL.choices())
                .contains(
                        new Topology.Choice("Autoscaling", "Autoscaling"),
                        new Topology.Choice("Cluster", "LocalCluster"),
                        new Topology.Choice("Sizing", "Sizing"))
                .hasSize(plan().environments().get(0).place().choices().size());
    }

    @Test
    void isTheSameWhereverItIsDeclared() {
        assertThat(TopologyFile.of(plan().environments().get(0), List.of()))
                .isEqualTo(TopologyFile.of(plan().environments().get(0), List.of()));
        assertThat(String.join(
                        "",
                        TopologyFile.of(plan().environments().get(0), List.of()).values()))
                .doesNotContain(".java")
                .doesNotContain("\r")
                .endsWith("}\n");
    }

    @Test
    void thereIsNoneWhereNoneWasRendered() {
        assertThat(Topology.of(Synthesis.of(Map.of()), "local")).isEmpty();
    }

    /** A need of somebody's own says nothing of pictures, and is in them all the same. */
    @Test
    void drawsANeedThatSaysNothingAsAStoreOfTheServicesOwn() {
        assertThat(new Wish(NOWHERE).links()).containsExactly(Link.uses(End.OfStore.own("wish")));
    }
}
