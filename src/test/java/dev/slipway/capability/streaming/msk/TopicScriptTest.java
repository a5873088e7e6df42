package dev.slipway.capability.streaming.msk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.slipway.capability.streaming.Topic;
import dev.slipway.capability.streaming.TopicScript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script as its pod does, against a Kafka that admits it by TLS and by the signature of a role. */
class TopicScriptTest {
    private static final Topic PLACED =
            Topic.named("order.placed").partitions(3).retainedFor(Duration.ofDays(1));
    private static final Topic PRICES = Topic.named("prices").partitions(1).compact();

    @TempDir
    private static Path folder;

    private static IamKafka kafka;
    private static PodIdentityAgent agent;
    private static Admin admin;

    private static final int ATTEMPTS = 100;
    private static final int PAUSE_MILLIS = 100;

    private record Run(int exit, String out) {}

    @BeforeAll
    static void startKafka() throws Exception {
        assumeTrue(hasPython(), "Python 3 is missing: install it to run the script that makes topics for real");
        kafka = new IamKafka(folder);
        agent = new PodIdentityAgent();
        admin = kafka.admin();
        Files.writeString(folder.resolve("topics.py"), TopicScript.text());
        Files.writeString(folder.resolve("token"), PodIdentityAgent.TOKEN);
    }

    @AfterAll
    static void stopKafka() {
        if (kafka != null) {
            admin.close();
            agent.close();
            kafka.close();
        }
    }

    @AfterEach
    void startOver() throws Exception {
        admin.deleteTopics(admin.listTopics().names().get()).all().get();
        eventually(() -> assertThat(admin.listTopics().names().get()).isEmpty());
    }

    /** The broker answers from what it has read of the controller's log, which is a moment behind the controller. */
    private static void eventually(ThrowingCallable assertion) throws Exception {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            if (catchThrowable(assertion) == null) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        assertThatCode(assertion).doesNotThrowAnyException();
    }

    @Test
    void makesWhatIsMissing() throws Exception {
        assertThat(run(PLACED, PRICES))
                .isEqualTo(new Run(0, "order.placed: made\nprices: made\n2 of 2 topics are as declared\n"));
        eventually(() -> assertThat(partitions(PLACED)).isEqualTo(3));
        eventually(() -> assertThat(settings(PLACED))
                .containsEntry("retention.ms", "86400000")
                .containsEntry("retention.bytes", "-1")
                .containsEntry("cleanup.policy", "delete"));
        eventually(() -> assertThat(settings(PRICES)).containsEntry("cleanup.policy", "compact"));
    }

    @Test
    void changesNothingWhenRunAgain() throws Exception {
        run(PLACED, PRICES);
        eventually(() -> assertThat(settings(PRICES)).containsEntry("cleanup.policy", "compact"));
        assertThat(run(PLACED, PRICES)).isEqualTo(new Run(0, "2 of 2 topics are as declared\n"));
    }

    @Test
    void finishesWhatARunLeftHalfDone() throws Exception {
        admin.createTopics(List.of(new NewTopic("order.placed", Optional.of(1), Optional.empty())))
                .all()
                .get();
        assertThat(run(PLACED, PRICES).exit()).isZero();
        eventually(() -> assertThat(partitions(PLACED)).isEqualTo(3));
        eventually(() -> assertThat(settings(PLACED)).containsEntry("retention.ms", "86400000"));
        eventually(() -> assertThat(partitions(PRICES)).isEqualTo(1));
    }

    @Test
    void changesPartitionsAndThenSettings() throws Exception {
        run(PLACED);
        eventually(() -> assertThat(settings(PLACED)).containsEntry("retention.ms", "86400000"));
        Run run = run(PLACED.partitions(6).retainedFor(Duration.ofDays(3)));
        assertThat(run)
                .isEqualTo(
                        new Run(
                                0,
                                "order.placed: has more partitions now\norder.placed: has other settings now\n1 of 1 topics are as declared\n"));
        eventually(() -> assertThat(partitions(PLACED)).isEqualTo(6));
        eventually(() -> assertThat(settings(PLACED)).containsEntry("retention.ms", "259200000"));
    }

    @Test
    void refusesToTakePartitionsAwayAndDoesTheRest() throws Exception {
        run(PLACED);
        eventually(() -> assertThat(settings(PLACED)).containsEntry("retention.ms", "86400000"));
        assertThat(run(PLACED.partitions(2), PRICES))
                .isEqualTo(
                        new Run(
                                1,
                                "prices: made\n1 of 2 topics are as declared\norder.placed: has 3 partitions and is declared with 2; Kafka never takes partitions away\n"));
        eventually(() -> assertThat(partitions(PLACED)).isEqualTo(3));
    }

    @Test
    void saysWhatKafkaRefuses() throws Exception {
        Run run = run(PLACED.partitions(0), PRICES);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .contains("prices: made", "order.placed: was not made: the number of partitions is invalid (");
    }

    @Test
    void saysThatTheRoleIsNotAdmitted() throws Exception {
        Run run = run("us-east-1", PLACED);
        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.out())
                .isEqualTo("no broker can be reached: %s: localhost refused the role: {\"status\":\"access_denied\"}\n"
                        .formatted(kafka.bootstrapServers()));
        assertThat(admin.listTopics().names().get()).isEmpty();
    }

    @Test
    void saysThatThePodHasNoRole() throws Exception {
        Files.writeString(folder.resolve("topics.json"), TopicTask.json(List.of(PLACED)));
        ProcessBuilder withoutRole = new ProcessBuilder(
                        "python3",
                        folder.resolve("topics.py").toString(),
                        folder.resolve("topics.json").toString())
                .redirectErrorStream(true);
        withoutRole.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        withoutRole.environment().put("AWS_REGION", "eu-central-1");

        Process process = withoutRole.start();

        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("the pod has no role: its pod identity association must exist before the pod does\n");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    /** Made with botocore 1.43.11, whose SigV4QueryAuth is what AWS's own signers for MSK use. */
    @Test
    void signsAsAwsDoes() throws Exception {
        String program = """
                import base64, datetime, sys
                sys.path.insert(0, sys.argv[1])
                import topics
                keys = {"AccessKeyId": "AKIDEXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "Token": "a/session+token=="}
                now = datetime.datetime(2026, 11, 5, 12, 30, tzinfo=datetime.timezone.utc)
                token = topics.token("eu-central-1", keys, now)
                print(base64.urlsafe_b64decode(token + "=" * (-len(token) % 4)).decode())
                """;
        Run run = python("eu-central-1", "-B", "-c", program, folder.toString());
        assertThat(run.out())
                .contains("X-Amz-Credential=AKIDEXAMPLE%2F20261105%2Feu-central-1%2Fkafka-cluster%2Faws4_request&")
                .endsWith(
                        "&X-Amz-Signature=5d526262e2af6aaf9f30ba6c73ab1d618bffdff1db0aba6e3e4b50bc7c70fd79&User-Agent=slipway\n");
    }

    private static Run run(Topic... topics) throws Exception {
        return run("eu-central-1", topics);
    }

    private static Run run(String region, Topic... topics) throws Exception {
        Path declared = folder.resolve("topics.json");
        Files.writeString(declared, TopicTask.json(List.of(topics)));
        return python(region, "-I", "-B", "-u", folder.resolve("topics.py").toString(), declared.toString());
    }

    private static Run python(String region, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("python3").redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        Map<String, String> environment = builder.environment();
        environment.put("AWS_REGION", region);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka.bootstrapServers());
        environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", agent.address());
        environment.put(
                "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                folder.resolve("token").toString());
        environment.put("SSL_CERT_FILE", kafka.certificate().toString());
        Process process = builder.start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }

    private static int partitions(Topic topic) throws Exception {
        Collection<String> names = List.of(topic.name());
        return admin.describeTopics(names)
                .allTopicNames()
                .get()
                .get(topic.name())
                .partitions()
                .size();
    }

    private static Map<String, String> settings(Topic topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
        Config config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
        Map<String, String> values = new TreeMap<>();
        config.entries().forEach(entry -> values.put(entry.name(), entry.value()));
        return values;
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
