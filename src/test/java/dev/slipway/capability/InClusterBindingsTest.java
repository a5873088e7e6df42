package dev.slipway.capability;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.incluster.InClusterValkey.inClusterValkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.incluster.InClusterPostgres.inClusterPostgres;
import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.incluster.InClusterKafka.inClusterKafka;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What needs become where their servers run in the cluster itself, written out by hand. */
class InClusterBindingsTest {
    private static final Topic PLACED = Topic.named("order.placed");

    private static Platform platform(List<Service> services, Choice... choices) {
        return Platform.named("shop")
                .services(services.toArray(Service[]::new))
                .environments(Environment.named("local").with(choices));
    }

    private static ServicePlan planned(Choice provider, Need... needs) {
        return Slipway.plan(platform(List.of(Service.java("order-desk").needs(needs)), localCluster(), provider))
                .verify()
                .environments()
                .get(0)
                .services()
                .get(0);
    }

    private static List<String> variables(ServicePlan plan, String prefix) {
        return plan.variables().stream()
                .filter(variable -> variable.name().startsWith(prefix))
                .map(variable -> variable.name() + "=" + describe(variable.source()))
                .toList();
    }

    private static String describe(Source source) {
        return source instanceof Source.FromClusterSecret secret
                ? "<%s#%s>".formatted(secret.secret(), secret.key())
                : ((Source.Plain) source).value();
    }

    private static boolean reaches(List<NetworkEdge> edges, String server, int port) {
        return edges.stream().anyMatch(edge -> edge.peer().equals(new Peer.OfService(server)) && edge.port() == port);
    }

    @Test
    void aDatabase() {
        ServicePlan plan = planned(inClusterPostgres(), postgres());

        assertThat(variables(plan, "DATABASE_"))
                .containsExactly(
                        "DATABASE_HOST=postgresql.shop-local.svc.cluster.local",
                        "DATABASE_NAME=order_desk",
                        "DATABASE_PASSWORD=<order-desk.postgres.user#password>",
                        "DATABASE_PORT=5432",
                        "DATABASE_SSL_MODE=disable",
                        "DATABASE_USERNAME=<order-desk.postgres.user#username>");
        assertThat(plan.secrets())
                .containsExactly(
                        new GeneratedSecret(
                                "postgres.master.user",
                                Map.of("username", "slipway"),
                                List.of("password"),
                                "master of PostgreSQL"),
                        new GeneratedSecret(
                                "order-desk.postgres.user",
                                Map.of("username", "order_desk"),
                                List.of("password"),
                                "database of order-desk"));
        assertThat(reaches(plan.edges(), "postgresql", 5432)).isTrue();
        assertThat(plan.grants()).isEmpty();
        assertThat(plan.tasks()).singleElement().satisfies(task -> {
            assertThat(task.name()).isEqualTo("order-desk-database");
            assertThat(reaches(task.edges(), "postgresql", 5432)).isTrue();
            assertThat(task.variables().stream().map(variable -> variable.name() + "=" + describe(variable.source())))
                    .contains(
                            "PGHOST=postgresql.shop-local.svc.cluster.local",
                            "PGSSLMODE=disable",
                            "PGPASSWORD=<postgres.master.user#password>",
                            "SERVICE_PASSWORD=<order-desk.postgres.user#password>");
        });
    }

    @Test
    void aCache() {
        ServicePlan plan = planned(inClusterValkey(), cache());

        assertThat(variables(plan, "CACHE_"))
                .containsExactly(
                        "CACHE_HOST=valkey.shop-local.svc.cluster.local",
                        "CACHE_KEY_PREFIX=order-desk:",
                        "CACHE_PASSWORD=<order-desk.valkey.user#password>",
                        "CACHE_PORT=6379",
                        "CACHE_TLS=false",
                        "CACHE_USERNAME=<order-desk.valkey.user#username>");
        assertThat(plan.secrets())
                .containsExactly(new GeneratedSecret(
                        "order-desk.valkey.user",
                        Map.of("username", "order-desk"),
                        List.of("password"),
                        "user of order-desk in Valkey"));
        assertThat(reaches(plan.edges(), "valkey", 6379)).isTrue();
        assertThat(plan.tasks()).isEmpty();
    }

    @Test
    void aTopic() {
        ServicePlan plan = planned(inClusterKafka(), publishes(PLACED), consumes(PLACED));

        assertThat(variables(plan, "KAFKA_"))
                .containsExactly(
                        "KAFKA_BOOTSTRAP_SERVERS=kafka.shop-local.svc.cluster.local:9092",
                        "KAFKA_GROUP_ID=order-desk",
                        "KAFKA_PASSWORD=<order-desk.kafka.user#password>",
                        "KAFKA_SASL_MECHANISM=SCRAM-SHA-512",
                        "KAFKA_SECURITY_PROTOCOL=SASL_PLAINTEXT",
                        "KAFKA_TRANSACTIONAL_ID=order-desk",
                        "KAFKA_USERNAME=<order-desk.kafka.user#username>");
        assertThat(plan.secrets())
                .extracting(GeneratedSecret::name)
                .containsExactly("kafka.brokers.user", "order-desk.kafka.user");
        assertThat(reaches(plan.edges(), "kafka", 9092)).isTrue();
        assertThat(reaches(plan.edges(), "kafka", 9091)).isFalse();
        assertThat(plan.tasks()).extracting(Task::name).containsExactly("order-desk-kafka");
        assertThat(reaches(plan.tasks().get(0).edges(), "kafka", 9091)).isTrue();
        assertThat(plan.tasks().get(0).files().get("access.json")).isEqualTo("""
                {"user": "order-desk", "permissions": [
                  {"type": "topic", "name": "order.placed", "pattern": "literal", "operation": "write"},
                  {"type": "transactional-id", "name": "order-desk", "pattern": "literal", "operation": "write"},
                  {"type": "topic", "name": "order.placed", "pattern": "literal", "operation": "read"},
                  {"type": "group", "name": "order-desk", "pattern": "literal", "operation": "read"},
                  {"type": "topic", "name": "order.placed.order-desk.dlt", "pattern": "literal", "operation": "write"},
                  {"type": "topic", "name": "order.placed.order-desk.dlt", "pattern": "literal", "operation": "read"}
                ]}
                """);
    }

    @Test
    void secrets() {
        ServicePlan plan =
                planned(inClusterValkey(), generatedSecret("signing", "key"), secret("smtp", "username", "password"));

        assertThat(variables(plan, "S"))
                .containsExactly(
                        "SERVER_PORT=8080",
                        "SIGNING_KEY=<order-desk.signing#key>",
                        "SMTP_PASSWORD=<order-desk.smtp#password>",
                        "SMTP_USERNAME=<order-desk.smtp#username>");
        assertThat(plan.secrets()).extracting(GeneratedSecret::name).containsExactly("order-desk.signing");
    }

    @Test
    void threeBrokersThatGoOnWhenOneFailsAlsoOnEks() {
        EnvironmentAssert local = assertThat(Slipway.render(Slipway.plan(platform(
                        List.of(
                                Service.java("order").needs(publishes(PLACED)),
                                Service.java("payment").needs(consumes(PLACED))),
                        eksAutoMode(),
                        inClusterKafka().brokers(3).storage(20)))))
                .environment("local");

        local.manifest("StatefulSet", "kafka")
                .hasField("spec.replicas", 3)
                .hasField("spec.podManagementPolicy", "Parallel")
                .hasField("spec.volumeClaimTemplates.0.spec.resources.requests.storage", "20Gi")
                .doesNotHaveField("spec.volumeClaimTemplates.0.spec.storageClassName");
        local.manifest("PodDisruptionBudget", "kafka").hasField("spec.maxUnavailable", 1);
        local.manifest("ConfigMap", "kafka")
                .field("data[server.properties]")
                .asText()
                .contains("min.insync.replicas=2\n", "default.replication.factor=3\n")
                .contains("controller.quorum.voters=0@kafka-0.kafka-pods.shop-local.svc.cluster.local:9093,1@kafka-1.")
                .doesNotContain("ANONYMOUS", ":PLAINTEXT");
        local.manifest("Service", "kafka-pods").hasField("spec.publishNotReadyAddresses", true);
        local.manifest("NetworkPolicy", "platform.credentials")
                .field("spec.egress")
                .hasItem(Tree.ofYaml("{ to: [{ ipBlock: { cidr: 172.20.0.1/32 } }] }"));
        local.resources("AWS::MSK::Cluster").areNone();
    }
}
