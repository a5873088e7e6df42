package dev.slipway.capability;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.incluster.InClusterValkey.inClusterValkey;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.incluster.InClusterPostgres.inClusterPostgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.edge.incluster.GatewayRoutes.gatewayRoutes;
import static dev.slipway.capability.edge.incluster.IngressRoutes.ingressRoutes;
import static dev.slipway.capability.edge.incluster.TraefikRoutes.traefikRoutes;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.incluster.InClusterKafka.inClusterKafka;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be wrong with what runs in the cluster itself: what is said, and what is only just right. */
class InClusterRulesTest {
    private static final Topic PLACED = Topic.named("order.placed");

    private static Platform platform(Service order, Choice... choices) {
        return Platform.named("shop")
                .services(
                        order.needs(publishes(PLACED), postgres(), cache(), route("/api/orders")),
                        Service.java("payment").needs(consumes(PLACED)))
                .environments(Environment.named("local")
                        .host("shop.localhost")
                        .with(localCluster())
                        .with(choices));
    }

    private static List<Problem> problems(Service order, Choice... more) {
        Stream<Choice> servers = Stream.<Choice>of(inClusterKafka(), inClusterPostgres(), inClusterValkey())
                .filter(server ->
                        Stream.of(more).noneMatch(choice -> choice.kind().equals(server.kind())));
        return Slipway.plan(
                        platform(order, Stream.concat(servers, Stream.of(more)).toArray(Choice[]::new)))
                .problems();
    }

    static Stream<Arguments> choices() {
        return Stream.of(
                Arguments.of(
                        inClusterKafka().brokers(2),
                        "streaming/incluster-brokers",
                        "The brokers (2) of Kafka in the cluster must be 1 or 3: they vote, and two of two must agree.",
                        "write it as inClusterKafka().brokers(3).",
                        inClusterKafka().brokers(3)),
                Arguments.of(
                        inClusterKafka().storage(0),
                        "streaming/incluster-storage",
                        "The storage (0 GiB) of each broker in the cluster must be 1 to 16384 GiB.",
                        "write it as inClusterKafka().storage(5).",
                        inClusterKafka().storage(1)),
                Arguments.of(
                        inClusterPostgres().storage(16_385),
                        "database/incluster-storage",
                        "The storage (16385 GiB) of PostgreSQL in the cluster must be 1 to 16384 GiB.",
                        "write it as inClusterPostgres().storage(5).",
                        inClusterPostgres().storage(16_384)),
                Arguments.of(
                        inClusterValkey().memory(15),
                        "cache/incluster-memory",
                        "The memory (15 MiB) of Valkey in the cluster must be 16 to 65536 MiB.",
                        "write it as inClusterValkey().memory(64).",
                        inClusterValkey().memory(16)),
                Arguments.of(
                        ingressRoutes().tls("Shop"),
                        "edge/tls-secret",
                        "The Secret (Shop) with the certificate of routes must be the name of one: lower-case letters, digits, hyphens and dots.",
                        "write it as ingressRoutes().tls(\"shop-tls\").",
                        ingressRoutes().tls("shop.example.com")),
                Arguments.of(
                        traefikRoutes().issuedBy("let's encrypt"),
                        "edge/issuer",
                        "The issuer (let's encrypt) of certificates must be the name of a ClusterIssuer: lower-case letters, digits, hyphens and dots.",
                        "write it as traefikRoutes().issuedBy(\"letsencrypt\").",
                        traefikRoutes().issuedBy("lets-encrypt")),
                Arguments.of(
                        gatewayRoutes("envoy", "envoy.gateway"),
                        "edge/controller-namespace",
                        "The namespace (envoy.gateway) of the controller of routes must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit.",
                        "write it as gatewayRoutes(\"envoy\", \"envoy-gateway-system\").",
                        gatewayRoutes("envoy", "envoy-gateway")),
                Arguments.of(
                        ingressRoutes().of("NGINX", "ingress"),
                        "edge/class",
                        "The class (NGINX) of routes must be the name of one: lower-case letters, digits, hyphens and dots.",
                        "write it as ingressRoutes().of(\"nginx\", \"ingress-nginx\").",
                        ingressRoutes().of("nginx.internal", "ingress")),
                Arguments.of(
                        traefikRoutes().nodesIn("10.20.0.1/16"),
                        "edge/nodes",
                        "The range (10.20.0.1/16) in which nodes have their addresses must be an IPv4 range whose host part is zero.",
                        "write it as traefikRoutes().nodesIn(\"10.20.0.0/16\").",
                        traefikRoutes().nodesIn("10.20.0.0/16")));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("choices")
    void saysWhatIsWrongWithAChoice(Choice broken, String rule, String what, String fix, Choice nearMiss) {
        Service order = Service.java("order");

        assertThat(problems(order, broken)).containsExactly(Problem.error(rule, broken.origin(), what, fix));
        assertThat(problems(order, nearMiss)).isEmpty();
    }

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of("kafka", "Kafka in the cluster, as are kafka, kafka-pods, slipway"),
                Arguments.of("kafka-pods", "Kafka in the cluster, as are kafka, kafka-pods, slipway"),
                Arguments.of("postgresql", "PostgreSQL in the cluster, as are postgresql, postgresql-pods"),
                Arguments.of("probe", "Valkey in the cluster, as are valkey, valkey-pods, default, probe"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void refusesServicesThatAreNamedAsAServerIs(String name, String who) {
        Service service = Service.java(name);

        assertThat(problems(service))
                .containsExactly(Problem.error(
                        "service/reserved-name",
                        service.origin(),
                        "The name (%s) of a service is taken by %s; it must be another.".formatted(name, who),
                        "name the service after what it does."));
        assertThat(problems(Service.java(name + "-desk"))).isEmpty();
    }

    @Test
    void refusesToRotateWhatIsKeptInTheCluster() {
        Service order =
                Service.java("order").needs(generatedSecret("signing", "key").rotatedEvery(90));

        assertThat(problems(order)).singleElement().satisfies(problem -> {
            assertThat(problem.rule()).isEqualTo("secrets/rotation-in-cluster");
            assertThat(problem.what())
                    .isEqualTo(
                            "The secret (signing) of service order must be rotated, and in environment local it is kept in the cluster, where nothing does that.");
            assertThat(problem.fix())
                    .isEqualTo("leave out rotatedEvery(..), or choose a cluster on AWS and secretsManager().");
        });
        assertThat(problems(Service.java("order").needs(generatedSecret("signing", "key"))))
                .isEmpty();
    }
}
