package dev.slipway.blueprint.ordering;

import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.ContainerAssert;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.TreeAssert;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One declared edge, {@code order.placed} from {@code order} to {@code store}, through the environment without AWS: every
 * place where it leaves a trace.
 */
class LocalEdgeTest {
    private static final Synthesis SYNTHESIS = OrderingSynthesis.SYNTHESIS;

    private static EnvironmentAssert local() {
        return assertThat(SYNTHESIS).environment("local");
    }

    private static TreeAssert file(String configMap, String name) {
        return local().manifest("ConfigMap", configMap)
                .field("data[" + name + "]")
                .asJson();
    }

    private static Tree json(String configMap, String name) {
        return Tree.ofJson(SYNTHESIS
                .manifest("local", "ConfigMap", configMap)
                .at("data[" + name + "]")
                .text());
    }

    private static ContainerAssert container(String service) {
        return local().service(service).container();
    }

    @Test
    void theTopicIsMadeByThePublishersTask() {
        file("order-kafka.files", "topics.json")
                .hasItem(Map.of(
                        "name", "order.placed", "partitions", 12, "settings", Map.of("retention.ms", "604800000")));
        file("store-kafka.files", "topics.json")
                .doesNotHaveItem(Map.of("name", "order.placed"))
                .hasItem(Map.of("name", "order.placed.store.dlt"));
    }

    @Test
    void thePublisherMayWriteAndTheConsumerReadAndNobodyElseEither() {
        Set<String> permissions = new TreeSet<>();
        for (ServicePlan service : OrderingSynthesis.PLAN.environments().get(3).services()) {
            Tree access = json(service.name() + "-kafka.files", "access.json");
            for (Tree permission : access.get("permissions").items()) {
                if (permission.get("name").text().startsWith("order.placed")) {
                    permissions.add("%s may %s %s"
                            .formatted(
                                    access.get("user").text(),
                                    permission.get("operation").text(),
                                    permission.get("name").text()));
                }
            }
        }
        assertThat(permissions)
                .containsExactly(
                        "order may write order.placed",
                        "store may read order.placed",
                        "store may read order.placed.store.dlt",
                        "store may write order.placed.store.dlt");
    }

    @Test
    void bothSignInAsThemselvesWithWhatTheClusterHasMade() {
        for (String service : new String[] {"order", "store"}) {
            ContainerAssert container = container(service)
                    .hasVariable("KAFKA_BOOTSTRAP_SERVERS", "kafka.ordering-local.svc.cluster.local:9092")
                    .hasVariable("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT")
                    .hasVariable("KAFKA_SASL_MECHANISM", "SCRAM-SHA-512")
                    .doesNotHaveVariable("AWS_REGION");
            container.variable("KAFKA_USERNAME").comesFromClusterSecret(service + ".kafka.user", "username");
            container.variable("KAFKA_PASSWORD").comesFromClusterSecret(service + ".kafka.user", "password");
        }
        container("order").hasVariable("TOPIC_ORDER_PLACED", "order.placed");
        container("store")
                .hasVariable("TOPIC_ORDER_PLACED_DEAD_LETTERS", "order.placed.store.dlt")
                .hasVariable("KAFKA_GROUP_ID", "store");
        file("platform.credentials", "secrets.json")
                .extracting("name")
                .hasItem("order.kafka.user")
                .hasItem("store.kafka.user")
                .hasItem("kafka.brokers.user");
    }

    @Test
    void theWayToTheBrokersIsOpenAtBothEnds() {
        local().service("order").canReach("kafka", 9092);

        Manifest policy = SYNTHESIS.manifest("local", "NetworkPolicy", "kafka");
        assertThat(policy.at("spec.ingress").items())
                .filteredOn(rule -> rule.at("ports.0.port").text().equals("9092"))
                .extracting(rule -> rule.at("from.0.podSelector.matchLabels[app.kubernetes.io/name]")
                        .text())
                .containsExactly("ai", "auth", "common", "notification", "order", "payment", "store", "user");
    }

    /** Each key that a pod reads is made by the job, or has to be put in by people, as the guide says. */
    @Test
    void everySecretThatIsReadHasSomebodyWhoMakesIt() {
        Set<String> made = new TreeSet<>();
        for (Tree secret : json("platform.credentials", "secrets.json").items()) {
            String name = secret.get("name").text() + "/";
            secret.get("known").fields().keySet().forEach(key -> made.add(name + key));
            secret.get("random").texts().forEach(key -> made.add(name + key));
        }
        Set<String> byPeople = Set.of(
                "notification.chat/slack-url",
                "notification.chat/teams-url",
                "notification.smtp/password",
                "notification.smtp/username",
                "payment.payment-provider/api-key");
        Set<String> read = SYNTHESIS.manifests("local").stream()
                .flatMap(manifest -> manifest.tree().all())
                .flatMap(LocalEdgeTest::keys)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> known = new TreeSet<>(made);
        known.addAll(byPeople);

        assertThat(read).containsAll(byPeople).isSubsetOf(known).hasSizeGreaterThan(40);
        made.removeIf(key -> key.endsWith("/username"));
        assertThat(read).containsAll(made);
    }

    private static Stream<String> keys(Tree tree) {
        Stream<String> variables = Stream.of(tree.get("secretKeyRef"))
                .filter(Tree::exists)
                .map(key -> key.get("name").text() + "/" + key.get("key").text());
        Stream<String> files = Stream.of(tree.get("secret"))
                .filter(secret -> !secret.get("items").items().isEmpty())
                .flatMap(secret -> secret.get("items").items().stream()
                        .map(item -> secret.get("name").text() + "/"
                                + item.get("key").text()));
        return Stream.concat(variables, files);
    }

    @Test
    void noVariableComesFromAws() {
        assertThat(OrderingSynthesis.PLAN.environments().get(3).services())
                .hasSize(8)
                .flatExtracting(ServicePlan::variables)
                .extracting(Variable::source)
                .noneMatch(source -> source instanceof Source.FromParameter || source instanceof Source.FromSecret);
        local().hasStacks();
    }
}
