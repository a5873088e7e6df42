package dev.slipway.capability.streaming.incluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/**
 * A real broker that is started as its pod starts it: by the rendered start script from the rendered properties. Changed are
 * host, ports and folder alone, and the two commands of the image, which are the same classes from the class path.
 */
final class LoneBroker implements AutoCloseable {
    private static final int STARTUP_MILLIS = 60_000;
    private static final int PAUSE_MILLIS = 200;

    private final int clients = freePort();
    private final int internal = freePort();
    private final String password;
    private final Path output;
    private final Process process;

    LoneBroker(Path folder, Map<String, String> files, String clusterId, String password) throws Exception {
        this.password = password;
        this.output = folder.resolve("broker.out");
        Path bin = Files.createDirectories(folder.resolve("kafka/bin"));
        command(bin.resolve("kafka-storage.sh"), "kafka.tools.StorageTool");
        command(bin.resolve("kafka-server-start.sh"), "kafka.Kafka");
        Path properties =
                Files.writeString(folder.resolve(KafkaProperties.FILE), here(files.get(KafkaProperties.FILE), folder));
        Path script = Files.writeString(folder.resolve("start.sh"), files.get("start.sh"));
        ProcessBuilder builder = new ProcessBuilder("sh", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("KAFKA_HOME", folder.resolve("kafka").toString());
        environment.put("CONFIG", properties.toString());
        environment.put(KafkaServer.POD_NAME, "kafka-0");
        environment.put(KafkaServer.CLUSTER_ID, clusterId);
        environment.put(KafkaServer.ADMIN_PASSWORD, password);
        process = builder.start();
        awaitAdministrators();
    }

    private static void command(Path path, String main) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                path,
                "#!/bin/sh\nexec %s -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -cp '%s' %s \"$@\"\n"
                        .formatted(java, System.getProperty("java.class.path"), main));
        if (!path.toFile().setExecutable(true)) {
            throw new IOException("%s cannot be made executable".formatted(path));
        }
    }

    private String here(String properties, Path folder) {
        return properties
                .replaceAll("[^@/]+\\.kafka-pods\\.[a-z-]+\\.svc\\.cluster\\.local", "localhost")
                .replace("://:", "://localhost:")
                .replace(":" + KafkaServer.CLIENT_PORT, ":" + clients)
                .replace(":" + KafkaServer.INTERNAL_PORT, ":" + internal)
                .replace(":" + KafkaServer.CONTROLLER_PORT, ":" + freePort())
                .replace("/var/lib/kafka", folder.resolve("volume").toString());
    }

    private void awaitAdministrators() throws Exception {
        for (int waited = 0; waited < STARTUP_MILLIS; waited += PAUSE_MILLIS) {
            if (!process.isAlive()) {
                break;
            }
            try (Admin admin = admin()) {
                admin.describeCluster().nodes().get(5, TimeUnit.SECONDS);
                return;
            } catch (Exception notYet) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
        close();
        throw new IllegalStateException("The broker did not start: " + printed());
    }

    String printed() throws IOException {
        return Files.readString(output, StandardCharsets.UTF_8);
    }

    String clientServers() {
        return "localhost:" + clients;
    }

    String internalServers() {
        return "localhost:" + internal;
    }

    /** As the administrator, by the door for brokers. */
    Admin admin() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", internalServers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "PLAIN");
        settings.put("request.timeout.ms", "5000");
        settings.put("default.api.timeout.ms", "5000");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"slipway\" password=\"%s\";"
                        .formatted(password));
        return Admin.create(settings);
    }

    /** Settings of a client that signs in as a service does. */
    Properties client(String user, String userPassword) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", clientServers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put(
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(user, userPassword));
        settings.put("allow.auto.create.topics", "false");
        return settings;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
    }

    /** For the script, whose commands and variables differ by the run. */
    static List<String> python(Path folder) {
        return List.of(
                "python3",
                "-I",
                "-B",
                "-u",
                folder.resolve(AccessTask.SCRIPT).toString(),
                folder.resolve(AccessTask.ACCESS).toString(),
                folder.resolve(AccessTask.TOPICS).toString());
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
