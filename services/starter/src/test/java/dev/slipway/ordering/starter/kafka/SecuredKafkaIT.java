package dev.slipway.ordering.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.testing.Certificate;
import dev.slipway.ordering.testing.EmbeddedKafka;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The clients of a service at a broker with TLS and SASL. */
class SecuredKafkaIT {
    private static final Certificate CERTIFICATE = Certificate.of("localhost");
    private static final String ANOTHER = "a \"quoted\" \\ secret";
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() {
        broker = EmbeddedKafka.secured(CERTIFICATE, "ada", "secret");
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void signsInOverTls() throws Exception {
        assertThat(nodes("SASL_SSL", "secret", CERTIFICATE)).isEqualTo(1);
    }

    @Test
    void isRefusedWithAnotherPassword() {
        assertThatThrownBy(() -> nodes("SASL_SSL", ANOTHER, CERTIFICATE))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void refusesABrokerOfAnotherAuthority() {
        assertThatThrownBy(() -> nodes("SASL_SSL", "secret", Certificate.of("localhost")))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(SslAuthenticationException.class);
    }

    private static int nodes(String protocol, String password, Certificate trusted) throws Exception {
        KafkaProperties kafka = new KafkaProperties(
                broker.bootstrapServers(),
                "order",
                "order.",
                protocol,
                "SCRAM-SHA-512",
                "ada",
                password,
                trusted.certificate().toString(),
                1);
        Map<String, Object> settings = kafka.client();
        settings.put("default.api.timeout.ms", "20000");
        settings.put("request.timeout.ms", "10000");
        try (Admin admin = Admin.create(settings)) {
            return admin.describeCluster().nodes().get(40, TimeUnit.SECONDS).size();
        }
    }
}
