package dev.slipway.capability.streaming.incluster;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.incluster.InClusterKafka.inClusterKafka;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.Slipway;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Task;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rendered broker and the rendered tasks, run for real: who may do what is asked of the broker itself. */
class InClusterKafkaIsRealTest {
    private static final Topic PLACED =
            Topic.named("order.placed").partitions(3).retainedFor(Duration.ofDays(2));
    private static final Topic PRICES = Topic.named("prices").partitions(1).compact();

    private static final Service ORDER = Service.java("order").needs(publishes(PLACED), publishes(PRICES));
    private static final Service PAYMENT = Service.java("payment").needs(consumes(PLACED), materializes(PRICES));

    private static final Plan PLAN = plan(ORDER, PAYMENT);

    @TempDir
    private static Path folder;

    private static LoneBroker broker;
    private static Admin admin;

    private record Run(int exit, String out) {}

    private static Plan plan(Service... services) {
        return Slipway.plan(Platform.named("shop")
                        .services(services)
                        .environments(Environment.named("local").with(localCluster(), inClusterKafka())))
                .verify();
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(new ProcessBuilder("python3", "--version").start().waitFor() == 0);
        Synthesis synthesis = Slipway.render(PLAN);
        Map<String, String> files = new TreeMap<>();
        synthesis
                .manifest("local", "ConfigMap", "kafka")
                .at("data")
                .fields()
                .forEach((name, text) -> files.put(name, text.text()));
        broker = new LoneBroker(
                folder,
                files,
                KafkaProperties.clusterId(PLAN.environments().get(0).names()),
                "admin-secret");
        admin = broker.admin();
        assertThat(run(PLAN, "order", "order-secret").exit()).isZero();
        assertThat(run(PLAN, "payment", "payment-secret").exit()).isZero();
    }

    @AfterAll
    static void stop() throws Exception {
        if (broker != null) {
            admin.close();
            broker.close();
        }
    }

    /** Runs the task of a service as its pod does. */
    private static Run run(Plan plan, String service, String password) throws Exception {
        Task task = plan.environments().get(0).services().stream()
                .filter(candidate -> candidate.name().equals(service))
                .map(ServicePlan::tasks)
                .findFirst()
                .orElseThrow()
                .get(0);
        Path pod = Files.createTempDirectory(folder, service);
        for (Map.Entry<String, String> file : task.files().entrySet()) {
            Files.writeString(pod.resolve(file.getKey()), file.getValue());
        }
        ProcessBuilder builder = new ProcessBuilder(LoneBroker.python(pod)).redirectErrorStream(true);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker.internalServers());
        builder.environment().put("ADMIN_USERNAME", "slipway");
        builder.environment().put("ADMIN_PASSWORD", "admin-secret");
        builder.environment().put("SERVICE_PASSWORD", password);
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }

    private static KafkaProducer<String, String> producer(Properties settings) {
        settings.put("max.block.ms", "10000");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    private static void send(String user, String password, String topic) throws Exception {
        try (KafkaProducer<String, String> producer = producer(broker.client(user, password))) {
            producer.send(new ProducerRecord<>(topic, "k", "v")).get();
        } catch (ExecutionException e) {
            throw (Exception) e.getCause();
        }
    }

    private static int read(String user, String password, String group, String topic) {
        Properties settings = broker.client(user, password);
        settings.put("group.id", group);
        settings.put("auto.offset.reset", "earliest");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            int count = 0;
            for (int attempt = 0; attempt < 40 && count == 0; attempt++) {
                count = consumer.poll(Duration.ofMillis(500)).count();
            }
            return count;
        }
    }

    @Test
    void carriesAnEventFromTheOneThatDeclaresToPublishItToTheOneThatDeclaresToConsumeIt() throws Exception {
        send("order", "order-secret", "order.placed");

        assertThat(read("payment", "payment-secret", "payment", "order.placed")).isPositive();
    }

    @Test
    void takesEventsInTransactionsOfTheServicesOwnIdAlone() {
        Properties own = broker.client("order", "order-secret");
        own.put("transactional.id", "order");
        try (KafkaProducer<String, String> producer = producer(own)) {
            producer.initTransactions();
            producer.beginTransaction();
            Future<RecordMetadata> sent = producer.send(new ProducerRecord<>("order.placed", "k", "v"));
            producer.commitTransaction();
            assertThat(sent).succeedsWithin(Duration.ofSeconds(1));
        }
        Properties another = broker.client("order", "order-secret");
        another.put("transactional.id", "orders");
        try (KafkaProducer<String, String> producer = producer(another)) {
            assertThatThrownBy(producer::initTransactions).isInstanceOf(TransactionalIdAuthorizationException.class);
        }
    }

    @Test
    void letsAConsumerWriteAndReplayItsDeadLettersAndNothingElse() throws Exception {
        send("payment", "payment-secret", "order.placed.payment.dlt");

        assertThat(read("payment", "payment-secret", "payment", "order.placed.payment.dlt"))
                .isPositive();
        assertThatThrownBy(() -> send("payment", "payment-secret", "order.placed"))
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void refusesWhatIsNotDeclared() {
        assertThatThrownBy(() -> read("order", "order-secret", "order", "order.placed"))
                .isInstanceOfAny(TopicAuthorizationException.class, GroupAuthorizationException.class);
        assertThatThrownBy(() -> read("payment", "payment-secret", "another", "order.placed"))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void refusesWrongPasswordsAndTheAdministratorWhereServicesConnect() {
        assertThatThrownBy(() -> send("order", "wrong", "order.placed"))
                .isInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> send("slipway", "admin-secret", "order.placed"))
                .isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void hasTheTopicsThatAreDeclaredAndNoOthers() throws Exception {
        Set<String> names = admin.listTopics().names().get();
        assertThat(names).containsExactlyInAnyOrder("order.placed", "order.placed.payment.dlt", "prices");
        assertThat(admin.describeTopics(List.of("order.placed"))
                        .allTopicNames()
                        .get()
                        .get("order.placed")
                        .partitions())
                .hasSize(3);
    }

    @Test
    void changesNothingWhenRunAgain() throws Exception {
        assertThat(run(PLAN, "payment", "payment-secret"))
                .isEqualTo(
                        new Run(
                                0,
                                "user payment: has its password\nuser payment: 5 permissions, 0 of them new, 0 taken away\n1 of 1 topics are as declared\n"));
    }

    @Test
    void takesAwayWhatIsNoLongerDeclared() throws Exception {
        Service reader = Service.java("reader");
        Plan before = plan(ORDER, PAYMENT, reader.needs(consumes(PLACED), materializes(PRICES)));
        Plan after = plan(ORDER, PAYMENT, reader.needs(materializes(PRICES)));

        assertThat(run(before, "reader", "s").out())
                .contains("user reader: 5 permissions, 5 of them new, 0 taken away");
        assertThat(run(after, "reader", "s").out()).contains("user reader: 2 permissions, 0 of them new, 3 taken away");
        assertThat(admin.describeAcls(AclBindingFilter.ANY).values().get())
                .filteredOn(acl -> acl.entry().principal().equals("User:reader"))
                .extracting(acl -> acl.pattern().name() + " " + acl.entry().operation())
                .containsExactlyInAnyOrder("prices READ", "reader READ");
        admin.deleteTopics(List.of("order.placed.reader.dlt")).all().get();
    }

    @Test
    void saysThatItsOwnPasswordIsWrong() throws Exception {
        Path pod = Files.createTempDirectory(folder, "wrong");
        Task task = PLAN.environments().get(0).services().get(0).tasks().get(0);
        for (Map.Entry<String, String> file : task.files().entrySet()) {
            Files.writeString(pod.resolve(file.getKey()), file.getValue());
        }
        ProcessBuilder builder = new ProcessBuilder(LoneBroker.python(pod)).redirectErrorStream(true);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", broker.internalServers());
        builder.environment().put("ADMIN_USERNAME", "slipway");
        builder.environment().put("ADMIN_PASSWORD", "not-it");
        builder.environment().put("SERVICE_PASSWORD", "s");
        Process process = builder.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("no broker can be reached: ")
                .contains("localhost refused slipway: ")
                .doesNotContain("not-it");
        assertThat(process.waitFor()).isEqualTo(1);
    }
}
