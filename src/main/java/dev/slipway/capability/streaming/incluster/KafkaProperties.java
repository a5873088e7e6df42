package dev.slipway.capability.streaming.incluster;

import dev.slipway.plan.Names;
import dev.slipway.render.kubernetes.server.Server;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What brokers are told, the same text for each: what differs between them, and the password, they take from their environment.
 * https://kafka.apache.org/42/configuration/broker-configs.
 */
record KafkaProperties(Names names, int brokers, String data) {
    static final String FILE = "server.properties";

    private static final int CLUSTER_ID_BYTES = 16;

    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String SCRAM = "org.apache.kafka.common.security.scram.ScramLoginModule";

    /** The same for all brokers of an environment, and different from that of every other. */
    static String clusterId(Names names) {
        byte[] hash =
                HexFormat.of().parseHex(Names.hash("kafka %s %s".formatted(names.platform(), names.environment())));
        byte[] id = new byte[CLUSTER_ID_BYTES];
        System.arraycopy(hash, 0, id, 0, id.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    String text() {
        Map<String, String> properties = new LinkedHashMap<>();
        quorum(properties);
        listeners(properties);
        access(properties);
        durability(properties);
        return properties.entrySet().stream()
                .map(property -> property.getKey() + "=" + property.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void quorum(Map<String, String> properties) {
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", variable("NODE_ID"));
        properties.put(
                "controller.quorum.voters",
                IntStream.range(0, brokers)
                        .mapToObj(broker -> "%s@%s:%s"
                                .formatted(broker, host(KafkaServer.NAME + "-" + broker), KafkaServer.CONTROLLER_PORT))
                        .collect(Collectors.joining(",")));
        properties.put("log.dirs", data + "/data");
        properties.put("config.providers", "env");
        properties.put("config.providers.env.class", "org.apache.kafka.common.config.provider.EnvVarConfigProvider");
    }

    private void listeners(Map<String, String> properties) {
        properties.put(
                "listeners",
                "CLIENTS://:%s,INTERNAL://:%s,CONTROLLERS://:%s"
                        .formatted(KafkaServer.CLIENT_PORT, KafkaServer.INTERNAL_PORT, KafkaServer.CONTROLLER_PORT));
        String self = host(variable(KafkaServer.POD_NAME));
        properties.put(
                "advertised.listeners",
                "CLIENTS://%s:%s,INTERNAL://%s:%s"
                        .formatted(self, KafkaServer.CLIENT_PORT, self, KafkaServer.INTERNAL_PORT));
        properties.put(
                "listener.security.protocol.map",
                "CLIENTS:SASL_PLAINTEXT,INTERNAL:SASL_PLAINTEXT,CONTROLLERS:SASL_PLAINTEXT");
        properties.put("inter.broker.listener.name", "INTERNAL");
        properties.put("controller.listener.names", "CONTROLLERS");
    }

    /** Controllers know no user before they have voted, so brokers and administrators sign in by what they are told here. */
    private static void access(Map<String, String> properties) {
        properties.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        properties.put("sasl.mechanism.controller.protocol", "PLAIN");
        properties.put("listener.name.clients.sasl.enabled.mechanisms", "SCRAM-SHA-512");
        properties.put("listener.name.clients.scram-sha-512.sasl.jaas.config", SCRAM + " required;");
        String password = variable(KafkaServer.ADMIN_PASSWORD);
        String administrator = "%s required username=\"%s\" password=\"%s\" user_%s=\"%s\";"
                .formatted(PLAIN, KafkaUsers.ADMIN, password, KafkaUsers.ADMIN, password);
        for (String listener : new String[] {"internal", "controllers"}) {
            properties.put("listener.name.%s.sasl.enabled.mechanisms".formatted(listener), "PLAIN");
            properties.put("listener.name.%s.plain.sasl.jaas.config".formatted(listener), administrator);
        }
        properties.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        properties.put("allow.everyone.if.no.acl.found", "false");
        properties.put("super.users", "User:" + KafkaUsers.ADMIN);
    }

    private void durability(Map<String, String> properties) {
        String copies = String.valueOf(brokers);
        String least = String.valueOf(Math.max(1, brokers - 1));
        properties.put("auto.create.topics.enable", "false");
        properties.put("default.replication.factor", copies);
        properties.put("min.insync.replicas", least);
        properties.put("unclean.leader.election.enable", "false");
        properties.put("offsets.topic.replication.factor", copies);
        properties.put("transaction.state.log.replication.factor", copies);
        properties.put("transaction.state.log.min.isr", least);
        properties.put("share.coordinator.state.topic.replication.factor", copies);
        properties.put("share.coordinator.state.topic.min.isr", least);
    }

    private String host(String pod) {
        return pod + "." + Server.host(KafkaServer.PODS, names);
    }

    private static String variable(String name) {
        return "${env:" + name + "}";
    }
}
