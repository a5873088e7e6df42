package dev.slipway.capability.streaming.incluster;

import dev.slipway.plan.binding.GeneratedSecret;
import java.util.List;
import java.util.Map;

/** Who signs in to the brokers, with passwords that nobody is told. */
final class KafkaUsers {
    /** May do everything: brokers among themselves, and the tasks that make users and topics. */
    static final String ADMIN = "slipway";

    static final String USERNAME = "username";
    static final String PASSWORD = "password";

    static final GeneratedSecret ADMIN_SECRET = secret("kafka.brokers.user", ADMIN, "brokers");

    private KafkaUsers() {}

    static GeneratedSecret of(String service) {
        return secret(service + ".kafka.user", service, "user of %s in Kafka".formatted(service));
    }

    private static GeneratedSecret secret(String name, String user, String reason) {
        return new GeneratedSecret(name, Map.of(USERNAME, user), List.of(PASSWORD), reason);
    }
}
