package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.msk.ExpressMsk.expressMsk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressMskTest {
    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(expressMsk().brokers(6).instanceType("express.m7g.xlarge"))
                    .services(EveryTopicIsMadeTest.SERVICES)
                    .render();
        }

        private static Resource cluster(String environment) {
            return synthesis.resources(environment, "AWS::MSK::Cluster").get(0);
        }

        @Test
        void leavesStorageAndConfigurationToMsk() {
            assertThat(cluster("dev").property("KafkaVersion").text()).isEqualTo("3.9.x.kraft");
            assertThat(cluster("dev").property("NumberOfBrokerNodes").number()).hasValue(6L);
            assertThat(cluster("dev")
                            .property("BrokerNodeGroupInfo.InstanceType")
                            .text())
                    .isEqualTo("express.m7g.xlarge");
            assertThat(cluster("dev")
                            .property("BrokerNodeGroupInfo.StorageInfo")
                            .exists())
                    .isFalse();
            assertThat(cluster("dev").property("ConfigurationInfo").exists()).isFalse();
            assertThat(synthesis.resources("dev", "AWS::MSK::Configuration")).isEmpty();
            assertThat(synthesis.resources("dev", "AWS::ApplicationAutoScaling::ScalableTarget"))
                    .isEmpty();
        }

        @Test
        void admitsByIamOverTlsAloneAndEncryptsAtRest() {
            assertThat(cluster("prod").property("ClientAuthentication"))
                    .hasToString("{\"Sasl\":{\"Iam\":{\"Enabled\":true}},\"Unauthenticated\":{\"Enabled\":false}}");
            assertThat(cluster("prod").property("EncryptionInfo.EncryptionInTransit"))
                    .hasToString("{\"ClientBroker\":\"TLS\",\"InCluster\":true}");
            assertThat(cluster("prod")
                            .property("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId")
                            .exists())
                    .isTrue();
        }

        @Test
        void keepsThreeCopiesOfEveryTopicAndSaysNothingOfReplicasInSync() {
            assertThat(synthesis.resources("dev", "AWS::MSK::Topic")).hasSize(5).allSatisfy(topic -> {
                assertThat(topic.property("ReplicationFactor").number()).hasValue(3L);
                assertThat(new String(
                                Base64.getDecoder()
                                        .decode(topic.property("Configs").text()),
                                StandardCharsets.UTF_8))
                        .startsWith("cleanup.policy=")
                        .doesNotContain("insync");
            });
        }
    }

    @Test
    void bindsWhatStandardBrokersBind() {
        assertThat(Sample.with(expressMsk())
                        .services(EveryTopicIsMadeTest.SERVICES)
                        .planned("payment"))
                .isEqualTo(Sample.with(ProvisionedMsk.provisionedMsk())
                        .services(EveryTopicIsMadeTest.SERVICES)
                        .planned("payment"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 63})
    void refusesBrokersThatDoNotDivideOverZones(int brokers) {
        assertThat(MskRules.inDev(expressMsk().brokers(brokers)))
                .containsExactly(
                        "streaming/express-brokers",
                        "The brokers (%s) of MSK Express must be a multiple of its 3 zones up to 60."
                                .formatted(brokers),
                        "choose expressMsk().brokers(3).");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.m7g.large", "express.m7g", "express.m7g.small", "m7g.large"})
    void refusesTypesOfStandardBrokers(String type) {
        assertThat(MskRules.inDev(expressMsk().instanceType(type)))
                .containsExactly(
                        "streaming/express-instance-type",
                        "The instance type (%s) of MSK Express must be one such as express.m7g.large; others are of standard brokers."
                                .formatted(type),
                        "choose instanceType(\"express.m7g.large\"), or provisionedMsk().");
    }

    @Test
    void refusesAKafkaWithoutExpressBrokers() {
        assertThat(MskRules.inDev(expressMsk().kafka("3.5.1"))).startsWith("streaming/kafka-version");
    }

    @Test
    void acceptsWhatMskHas() {
        assertThat(MskRules.inDev(expressMsk()
                        .brokers(60)
                        .instanceType("express.m7g.16xlarge")
                        .kafka("3.8.x")))
                .isEmpty();
    }
}
