package dev.slipway.ordering.testing;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker in this JVM, which makes no topic by itself, as on the platform; stopped and started for faults. */
public final class EmbeddedKafka implements AutoCloseable {
    private final Optional<Access> access;
    private final Path folder;
    private final int port = Ports.free();
    private final int controllerPort = Ports.free();
    private KafkaRaftServer server;

    EmbeddedKafka() {
        this(Optional.empty());
    }

    private EmbeddedKafka(Optional<Access> access) {
        this.access = access;
        try {
            folder = Files.createTempDirectory("kafka");
            Formatter formatter = new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString());
            access.ifPresent(user -> formatter.setScramArguments(
                    List.of("SCRAM-SHA-512=[name=%s,password=%s]".formatted(user.username(), user.password()))));
            formatter.run();
        } catch (Exception e) {
            throw new IllegalStateException("Kafka could not be formatted", e);
        }
        server = started();
    }

    /** Who may come, and what the broker proves itself by. */
    private record Access(Certificate certificate, String username, String password) {}

    /** A broker that speaks TLS only, and with one user only: by SCRAM-SHA-512. */
    public static EmbeddedKafka secured(Certificate certificate, String username, String password) {
        return new EmbeddedKafka(Optional.of(new Access(certificate, username, password)));
    }

    /** Where clients find the broker; the same after a restart. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** Takes the broker away, with its data kept. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** Brings the broker back. */
    public void start() {
        server = started();
    }

    @Override
    public void close() {
        stop();
    }

    private KafkaRaftServer started() {
        KafkaRaftServer started = new KafkaRaftServer(KafkaConfig.fromProps(settings(), false), Time.SYSTEM);
        started.startup();
        return started;
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("listeners", "OPEN://localhost:%s,CONTROLLER://localhost:%s".formatted(port, controllerPort));
        settings.put("advertised.listeners", "OPEN://localhost:" + port);
        settings.put("listener.security.protocol.map", "OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "OPEN");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "1");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        access.ifPresent(user -> secure(settings, user));
        return settings;
    }

    private void secure(Properties settings, Access user) {
        int inside = Ports.free();
        settings.put(
                "listeners",
                "SAFE://localhost:%s,OPEN://localhost:%s,CONTROLLER://localhost:%s"
                        .formatted(port, inside, controllerPort));
        settings.put("advertised.listeners", "SAFE://localhost:%s,OPEN://localhost:%s".formatted(port, inside));
        settings.put("listener.security.protocol.map", "SAFE:SASL_SSL,OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.safe.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.type", "PEM");
        settings.put(
                "ssl.keystore.certificate.chain",
                Certificate.pem(user.certificate().certificate()));
        settings.put("ssl.keystore.key", Certificate.pem(user.certificate().key()));
    }
}
