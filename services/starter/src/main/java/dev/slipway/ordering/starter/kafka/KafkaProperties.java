package dev.slipway.ordering.starter.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Kafka is and how this service proves who it is.
 *
 * @param securityProtocol PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL
 * @param saslMechanism OAUTHBEARER means IAM of MSK, with the credentials of the pod; SCRAM-SHA-512, SCRAM-SHA-256 and
 *     PLAIN take a user name and a password
 * @param transactionalId empty where nothing is published
 * @param sslTruststore the path of a PEM file with the certificates to trust; empty trusts what the JVM trusts
 */
@ConfigurationProperties("slipway.kafka")
public record KafkaProperties(
        String bootstrapServers,
        String groupId,
        String transactionalId,
        @DefaultValue("PLAINTEXT") String securityProtocol,
        @DefaultValue("") String saslMechanism,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String sslTruststore,
        @DefaultValue("1") int concurrency) {
    private static final String IAM_LOGIN =
            "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;";
    private static final String IAM_HANDLER = "software.amazon.msk.auth.iam.IAMOAuthBearerLoginCallbackHandler";

    /** The settings that every client of Kafka needs. */
    public Map<String, Object> client() {
        Map<String, Object> client = new LinkedHashMap<>();
        client.put("bootstrap.servers", bootstrapServers);
        client.put("security.protocol", securityProtocol);
        client.put("reconnect.backoff.max.ms", "2000");
        if (!sslTruststore.isBlank()) {
            client.put("ssl.truststore.type", "PEM");
            client.put("ssl.truststore.location", sslTruststore);
        }
        if (securityProtocol.startsWith("SASL")) {
            client.putAll(sasl());
        }
        return client;
    }

    private Map<String, Object> sasl() {
        Map<String, Object> sasl = new LinkedHashMap<>();
        sasl.put("sasl.mechanism", saslMechanism);
        switch (saslMechanism) {
            case "OAUTHBEARER" -> {
                sasl.put("sasl.jaas.config", IAM_LOGIN);
                sasl.put("sasl.login.callback.handler.class", IAM_HANDLER);
            }
            case "SCRAM-SHA-512", "SCRAM-SHA-256" ->
                sasl.put("sasl.jaas.config", login("org.apache.kafka.common.security.scram.ScramLoginModule"));
            case "PLAIN" ->
                sasl.put("sasl.jaas.config", login("org.apache.kafka.common.security.plain.PlainLoginModule"));
            default ->
                throw new IllegalStateException("KAFKA_SASL_MECHANISM (" + saslMechanism
                        + ") must be OAUTHBEARER, SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN");
        }
        return sasl;
    }

    private String login(String module) {
        return "%s required username=\"%s\" password=\"%s\";".formatted(module, quoted(username), quoted(password));
    }

    private static String quoted(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    @Override
    public String toString() {
        return "%s by %s %s as %s".formatted(bootstrapServers, securityProtocol, saslMechanism, groupId);
    }
}
