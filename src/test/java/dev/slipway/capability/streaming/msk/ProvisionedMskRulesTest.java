package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisionedMskRulesTest {
    @Test
    void refusesBrokersThatDoNotDivideOverZones() {
        assertThat(MskRules.inDev(provisionedMsk().brokers(4)))
                .containsExactly(
                        "streaming/brokers",
                        "The brokers (4) of MSK must be 2, or a multiple of its 3 zones up to 60.",
                        "choose provisionedMsk().brokers(3).");
        assertThat(MskRules.inDev(provisionedMsk().brokers(1))).startsWith("streaming/brokers");
        assertThat(MskRules.inDev(provisionedMsk().brokers(0))).startsWith("streaming/brokers");
        assertThat(MskRules.inDev(provisionedMsk().brokers(63))).startsWith("streaming/brokers");
        assertThat(MskRules.inDev(provisionedMsk().brokers(2))).isEmpty();
        assertThat(MskRules.inDev(provisionedMsk().brokers(60))).isEmpty();
    }

    @Test
    void refusesTwoBrokersInProduction() {
        assertThat(MskRules.inProduction(provisionedMsk().brokers(2)))
                .containsExactly(
                        "streaming/brokers-in-production",
                        "The brokers (2) of MSK in production environment prod must be 3 or more: with one away, 2 keep a single copy.",
                        "choose provisionedMsk().brokers(3).");
    }

    @Test
    void refusesBrokersThatAreTooSmallForIam() {
        assertThat(MskRules.inDev(provisionedMsk().instanceType("kafka.t3.small")))
                .containsExactly(
                        "streaming/instance-type",
                        "The instance type (kafka.t3.small) of MSK must be one such as kafka.m7g.large; kafka.t3.small accepts too few connections with IAM.",
                        "choose instanceType(\"kafka.m7g.large\").");
        assertThat(MskRules.inDev(provisionedMsk().instanceType("m7g.large"))).startsWith("streaming/instance-type");
        assertThat(MskRules.inDev(provisionedMsk().instanceType("kafka.m7g.xlarge")))
                .isEmpty();
    }

    @Test
    void refusesStorageBeyondWhatMskHas() {
        assertThat(MskRules.inDev(provisionedMsk().storage(16_385)))
                .containsExactly(
                        "streaming/storage",
                        "The storage (16385 GiB) of each broker must be 1 to 16384 GiB.",
                        "choose storage(100).");
        assertThat(MskRules.inDev(provisionedMsk().storage(0))).startsWith("streaming/storage");
        assertThat(MskRules.inDev(provisionedMsk().storage(1))).isEmpty();
        assertThat(MskRules.inDev(provisionedMsk().storage(16_384))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.5.1", "3.6.x.kraft", "4.1.x", "4.1", "2.8.1.kraft", "newest"})
    void refusesAKafkaThatMskOrItsTopicsDoNotHave(String version) {
        assertThat(MskRules.inDev(provisionedMsk().kafka(version)))
                .containsExactly(
                        "streaming/kafka-version",
                        "The Kafka version (%s) of MSK must be 3.6.0 or later as MSK writes it, with .kraft from 4.0 on and never before 3.7."
                                .formatted(version),
                        "choose kafka(\"3.9.x.kraft\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.6.0", "3.7.x", "3.7.x.kraft", "3.9.x", "4.0.x.kraft", "5.12.x.kraft"})
    void acceptsAKafkaThatMskHas(String version) {
        assertThat(MskRules.inDev(provisionedMsk().kafka(version))).isEmpty();
    }
}
