package dev.slipway.capability.streaming.msk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker with a door as MSK has it, TLS and SASL/OAUTHBEARER, and one without, for the test itself. */
final class IamKafka implements AutoCloseable {
    private static final String PASSWORD = "changeit";

    private final int iamPort = freePort();
    private final int openPort = freePort();
    private final int controllerPort = freePort();
    private final Path certificate;
    private final KafkaRaftServer server;

    IamKafka(Path folder) throws Exception {
        Path keys = folder.resolve("keys.p12");
        certificate = folder.resolve("certificate.pem");
        keytool(
                "-genkeypair",
                "-keystore",
                keys,
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-keystore", keys, "-alias", "broker", "-file", certificate);
        String logs = folder.resolve("logs").toString();
        format(logs);
        server = new KafkaRaftServer(KafkaConfig.fromProps(settings(logs, keys), false), Time.SYSTEM);
        server.startup();
    }

    private static void format(String logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(1)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setDirectories(List.of(logs))
                .setMetadataLogDirectory(logs)
                .run();
    }

    private Properties settings(String logs, Path keys) {
        Properties settings = new Properties();
        String listeners = "IAM://localhost:%s,OPEN://localhost:%s".formatted(iamPort, openPort);
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        settings.put("listeners", "%s,CONTROLLER://localhost:%s".formatted(listeners, controllerPort));
        settings.put("advertised.listeners", listeners);
        settings.put("listener.security.protocol.map", "IAM:SASL_SSL,OPEN:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "OPEN");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("log.dirs", logs);
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "1");
        String iam = "listener.name.iam.";
        settings.put(iam + "ssl.keystore.type", "PKCS12");
        settings.put(iam + "ssl.keystore.location", keys.toString());
        settings.put(iam + "ssl.keystore.password", PASSWORD);
        settings.put(iam + "sasl.enabled.mechanisms", "OAUTHBEARER");
        settings.put(iam + "oauthbearer.sasl.server.callback.handler.class", RoleCheck.class.getName());
        settings.put(
                iam + "oauthbearer.sasl.jaas.config",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;");
        return settings;
    }

    String bootstrapServers() {
        return "localhost:" + iamPort;
    }

    /** The certificate that clients are to trust. */
    Path certificate() {
        return certificate;
    }

    Admin admin() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "localhost:" + openPort);
        return Admin.create(settings);
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void keytool(Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("keytool failed: " + output);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
