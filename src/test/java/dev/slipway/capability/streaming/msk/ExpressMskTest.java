package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.msk.ExpressMsk.expressMsk;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
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

        private static EnvironmentAssert dev() {
            return assertThat(synthesis).environment("dev");
        }

        @Test
        void leavesStorageAndConfigurationToMsk() {
            dev().resource("AWS::MSK::Cluster")
                    .hasProperty("KafkaVersion", "3.9.x.kraft")
                    .hasProperty("NumberOfBrokerNodes", 6)
                    .hasProperty("BrokerNodeGroupInfo.InstanceType", "express.m7g.xlarge")
                    .doesNotHaveProperty("BrokerNodeGroupInfo.StorageInfo")
                    .doesNotHaveProperty("ConfigurationInfo");
            dev().resources("AWS::MSK::Configuration").areNone();
            dev().resources("AWS::ApplicationAutoScaling::ScalableTarget").areNone();
        }

        @Test
        void admitsByIamOverTlsAloneAndEncryptsAtRest() {
            assertThat(synthesis)
                    .environment("prod")
                    .resource("AWS::MSK::Cluster")
                    .hasProperty(
                            "ClientAuthentication",
                            Tree.ofYaml("{ Sasl: { Iam: { Enabled: true } }, Unauthenticated: { Enabled: false } }"))
                    .hasProperty(
                            "EncryptionInfo.EncryptionInTransit", Tree.ofYaml("{ ClientBroker: TLS, InCluster: true }"))
                    .refersTo("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId", "AWS::KMS::Key");
        }

        @Test
        void keepsThreeCopiesOfEveryTopicAndSaysNothingOfReplicasInSync() {
            dev().resources("AWS::MSK::Topic").hasCount(5).each(topic -> topic.hasProperty("ReplicationFactor", 3)
                    .property("Configs")
                    .asText()
                    .asBase64Decoded()
                    .asString()
                    .startsWith("cleanup.policy=")
                    .doesNotContain("insync"));
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
