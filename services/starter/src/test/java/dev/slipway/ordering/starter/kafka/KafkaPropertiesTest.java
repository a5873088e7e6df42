package dev.slipway.ordering.starter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaPropertiesTest {
    @Test
    void provesItselfToMskByIam() {
        Map<String, Object> client = with("SASL_SSL", "OAUTHBEARER").client();

        assertThat(client)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "OAUTHBEARER")
                .containsEntry(
                        "sasl.login.callback.handler.class",
                        "software.amazon.msk.auth.iam.IAMOAuthBearerLoginCallbackHandler");
    }

    @Test
    void quotesAPassword() {
        assertThat(with("SASL_SSL", "PLAIN").client().get("sasl.jaas.config"))
                .isEqualTo("org.apache.kafka.common.security.plain.PlainLoginModule required username=\"ada\""
                        + " password=\"a\\\"b\\\\c\";");
    }

    @Test
    void hasNoLoginWhereNobodyAsks() {
        assertThat(with("PLAINTEXT", "OAUTHBEARER").client()).doesNotContainKey("sasl.mechanism");
    }

    @Test
    void refusesAMechanismThatIsNone() {
        assertThatThrownBy(() -> with("SASL_SSL", "GSSAPI").client())
                .hasMessageContaining("KAFKA_SASL_MECHANISM (GSSAPI)");
    }

    @Test
    void saysNoPassword() {
        assertThat(with("SASL_SSL", "PLAIN").toString()).doesNotContain("a\"b");
    }

    private static KafkaProperties with(String protocol, String mechanism) {
        return new KafkaProperties("localhost:9098", "order", "order.", protocol, mechanism, "ada", "a\"b\\c", "", 1);
    }
}
