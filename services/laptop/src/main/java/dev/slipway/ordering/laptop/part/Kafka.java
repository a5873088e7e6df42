package dev.slipway.ordering.laptop.part;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.process.Ports;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A broker that is its own controller. Services sign in by name, and may do what their contract says and nothing more,
 * as on the platform.
 */
public final class Kafka implements AutoCloseable {
    /** What each service signs in by. */
    public static final String MECHANISM = "PLAIN";

    private static final String NODE = "1";

    private final int port;
    private final int innerPort = Ports.free();
    private final int controllerPort = Ports.free();
    private final KafkaRaftServer server;

    /** Starts it; passwords by service. */
    public Kafka(Home home, int port, Map<String, String> passwords) throws Exception {
        this.port = port;
        Path logs = home.folder("kafka");
        if (!Files.exists(logs.resolve("meta.properties"))) {
            format(logs.toString());
        }
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings(logs, passwords), false), Time.SYSTEM);
        server.startup();
    }

    private static void format(String logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(Integer.parseInt(NODE))
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setDirectories(List.of(logs))
                .setMetadataLogDirectory(logs)
                .run();
    }

    private Properties settings(Path logs, Map<String, String> passwords) {
        Properties settings = new Properties();
        String brokers = "SERVICES://%s:%s,INNER://%s:%s".formatted(Ports.LOOPBACK, port, Ports.LOOPBACK, innerPort);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", NODE);
        settings.put("controller.quorum.voters", "%s@%s:%s".formatted(NODE, Ports.LOOPBACK, controllerPort));
        settings.put("listeners", "%s,CONTROLLER://%s:%s".formatted(brokers, Ports.LOOPBACK, controllerPort));
        settings.put("advertised.listeners", brokers);
        settings.put("listener.security.protocol.map", "SERVICES:SASL_PLAINTEXT,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "INNER");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.name.services.sasl.enabled.mechanisms", MECHANISM);
        settings.put("listener.name.services.plain.sasl.jaas.config", users(passwords));
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        settings.put("log.dirs", logs.toString());
        settings.put("auto.create.topics.enable", "false");
        alone(settings);
        return settings;
    }

    private static String users(Map<String, String> passwords) {
        return passwords.entrySet().stream()
                .map(user -> " user_%s=\"%s\"".formatted(user.getKey(), user.getValue()))
                .sorted()
                .collect(Collectors.joining(
                        "", "org.apache.kafka.common.security.plain.PlainLoginModule required", ";"));
    }

    /** One broker with few clients: no second copy, and threads, buffers and inner topics of that size. */
    private static void alone(Properties settings) {
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "4");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "4");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "4");
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(16 << 20));
        settings.put("log.index.size.max.bytes", Integer.toString(1 << 20));
        settings.put("log.segment.bytes", Integer.toString(64 << 20));
    }

    /** Makes the topics of the contracts where they are not there, and says who may use them. */
    public void admit(List<Contract> contracts) throws Exception {
        try (Admin admin =
                Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Ports.LOOPBACK + ":" + innerPort))) {
            new Topics(admin).make(contracts);
            admin.createAcls(Access.of(contracts)).all().get();
        }
    }

    /** The port that services connect to. */
    public int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public String toString() {
        return "Kafka";
    }
}
