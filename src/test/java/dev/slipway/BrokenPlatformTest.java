package dev.slipway;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.network.Connections.calls;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.platform.Autoscaling.autoscale;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import org.junit.jupiter.api.Test;

/** One model with twelve mistakes of every room. */
class BrokenPlatformTest {
    private static final Topic PLACED = Topic.named("order.placed");

    private static final Platform BROKEN = Platform.named("shop")
            .services(
                    Service.java("order")
                            .needs(publishes(PLACED.partitions(0)), postgres(), route("/api/orders"))
                            .variable("DB_PASSWORD", "x"),
                    Service.java("payment").needs(consumes(Topic.named("order.plced")), calls("ordr")),
                    Service.java("audit").port(80).needs(consumes(PLACED.partitions(0))),
                    Service.java("web").needs(route("/api/orders"), cache(), secret("Mail", "password")))
            .environments(Environment.named("dev")
                    .host("shop.example.com")
                    .with(
                            vpc().cidr("10.0.0.0/8"),
                            eksAutoMode(),
                            provisionedMsk().brokers(4))
                    .with(rdsPostgres().storage(5), valkey().replicas(9))
                    .with(Sizing.LARGE, autoscale(1, 2)));

    @Test
    void reportsExactlyItsTwelveProblemsTogether() {
        assertThat(Slipway.plan(BROKEN).problems())
                .extracting(Problem::rule)
                .containsExactlyInAnyOrder(
                        "streaming/partitions",
                        "streaming/unknown-topic",
                        "streaming/brokers",
                        "network/unknown-service",
                        "network/cidr",
                        "service/port",
                        "variable/secret",
                        "edge/shared-path",
                        "secrets/purpose",
                        "database/storage",
                        "cache/replicas",
                        "autoscaling/replicas");
    }

    @Test
    void pointsEachProblemToALineOfThisFile() {
        assertThat(Slipway.plan(BROKEN).problems())
                .extracting(problem -> problem.origin().file())
                .containsOnly("BrokenPlatformTest.java");
    }

    @Test
    void isNotRendered() {
        Plan plan = Slipway.plan(BROKEN);
        assertThat(plan.environments()).isEmpty();
        assertThatThrownBy(() -> Slipway.render(plan))
                .isInstanceOf(InvalidPlatformException.class)
                .hasMessageStartingWith("Platform shop has 12 errors; nothing was written.");
    }
}
