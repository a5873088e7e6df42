package dev.slipway.capability.observability;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.observability.Alarms.alarms;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
    private static final Service ORDER = Service.java("order")
            .needs(postgres(), cache(), publishes(Topic.named("order.placed").partitions(3)));

    private static Sample platform(Alarms alarms) {
        return Sample.with(
                alarms,
                provisionedMsk().storage(500),
                rdsPostgres().instanceClass("db.m7g.large").storage(100),
                valkey());
    }

    @Nested
    class Rendered {
        private static final Synthesis SYNTHESIS = platform(alarms("ops@example.com", "lead@example.com"))
                .services(ORDER)
                .render();

        private static List<Resource> alarmsOf(String environment) {
            return SYNTHESIS.template(environment + "/observability").resources("AWS::CloudWatch::Alarm");
        }

        private static Resource alarm(String name) {
            return alarmsOf("prod").stream()
                    .filter(alarm -> alarm.property("AlarmName").text().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private static Tree condition(String name) {
            Resource alarm = alarm(name);
            return Tree.of("%s %s %s %s %s for %s"
                    .formatted(
                            alarm.property("Namespace").text(),
                            alarm.property("Statistic").text(),
                            alarm.property("MetricName").text(),
                            alarm.property("ComparisonOperator").text(),
                            alarm.property("Threshold").text(),
                            alarm.property("EvaluationPeriods").text()));
        }

        @Test
        void watchesWhatEachProviderNames() {
            assertThat(alarmsOf("prod"))
                    .extracting(alarm -> alarm.property("AlarmName").text())
                    .containsExactlyInAnyOrder(
                            "shop-prod-streaming-storage-1",
                            "shop-prod-streaming-storage-2",
                            "shop-prod-streaming-storage-3",
                            "shop-prod-streaming-offline-partitions",
                            "shop-prod-streaming-controller",
                            "shop-prod-database-cpu",
                            "shop-prod-database-storage",
                            "shop-prod-database-connections",
                            "shop-prod-cache-cpu-001",
                            "shop-prod-cache-memory-001",
                            "shop-prod-cache-evictions-001",
                            "shop-prod-cache-cpu-002",
                            "shop-prod-cache-memory-002",
                            "shop-prod-cache-evictions-002",
                            "shop-prod-cache-cpu-003",
                            "shop-prod-cache-memory-003",
                            "shop-prod-cache-evictions-003");
        }

        @Test
        void knowsWhenSomethingIsWrong() {
            assertThat(List.of(
                            condition("shop-prod-streaming-storage-2").text(),
                            condition("shop-prod-streaming-offline-partitions").text(),
                            condition("shop-prod-streaming-controller").text(),
                            condition("shop-prod-database-cpu").text(),
                            condition("shop-prod-database-storage").text(),
                            condition("shop-prod-database-connections").text(),
                            condition("shop-prod-cache-cpu-003").text(),
                            condition("shop-prod-cache-memory-001").text(),
                            condition("shop-prod-cache-evictions-001").text()))
                    .containsExactly(
                            "AWS/Kafka Maximum KafkaDataLogsDiskUsed GreaterThanThreshold 85 for 15",
                            "AWS/Kafka Maximum OfflinePartitionsCount GreaterThanThreshold 0 for 5",
                            "AWS/Kafka Maximum ActiveControllerCount LessThanThreshold 1 for 5",
                            "AWS/RDS Average CPUUtilization GreaterThanThreshold 80 for 15",
                            "AWS/RDS Minimum FreeStorageSpace LessThanThreshold 10737418240 for 15",
                            "AWS/RDS Maximum DatabaseConnections GreaterThanThreshold 630 for 15",
                            "AWS/ElastiCache Average EngineCPUUtilization GreaterThanThreshold 80 for 15",
                            "AWS/ElastiCache Maximum DatabaseMemoryUsagePercentage GreaterThanThreshold 80 for 15",
                            "AWS/ElastiCache Sum Evictions GreaterThanThreshold 0 for 15");
        }

        @Test
        void findsWhatItWatchesByItsPlannedName() {
            assertThat(alarm("shop-prod-streaming-storage-2").property("Dimensions"))
                    .isEqualTo(yaml("[{ Name: Broker ID, Value: '2' }, { Name: Cluster Name, Value: shop-prod }]"));
            assertThat(alarm("shop-prod-database-cpu")
                            .property("Dimensions.0.Value")
                            .text())
                    .isEqualTo(SYNTHESIS
                            .resources("prod", "AWS::RDS::DBInstance")
                            .get(0)
                            .property("DBInstanceIdentifier")
                            .text());
            assertThat(alarm("shop-prod-cache-cpu-003")
                            .property("Dimensions.0.Value")
                            .text())
                    .isEqualTo(SYNTHESIS
                                    .resources("prod", "AWS::ElastiCache::ReplicationGroup")
                                    .get(0)
                                    .property("ReplicationGroupId")
                                    .text()
                            + "-003");
        }

        @Test
        void writesToEverybodyWhenItComesAndWhenItGoes() {
            Template template = SYNTHESIS.template("prod/observability");
            Tree topic = yaml("[{ Ref: %s }]"
                    .formatted(template.resources("AWS::SNS::Topic").get(0).id()));

            assertThat(alarmsOf("prod")).allSatisfy(alarm -> {
                assertThat(alarm.property("AlarmActions")).isEqualTo(topic);
                assertThat(alarm.property("OKActions")).isEqualTo(topic);
                assertThat(alarm.property("AlarmDescription").text()).endsWith(".");
            });
            assertThat(template.resources("AWS::SNS::Subscription"))
                    .extracting(
                            subscription -> subscription.property("Protocol").text() + " "
                                    + subscription.property("Endpoint").text())
                    .containsExactlyInAnyOrder("email ops@example.com", "email lead@example.com");
        }

        @Test
        void theTopicIsEncryptedAndOpenToCloudWatchOfTheAccountOnly() {
            Template template = SYNTHESIS.template("prod/observability");
            Resource topic = template.resources("AWS::SNS::Topic").get(0);
            Tree condition = yaml("StringEquals: { 'aws:SourceAccount': '111122223333' }");

            assertThat(topic.property("KmsMasterKeyId").exists()).isTrue();
            assertThat(template.resources("AWS::KMS::Key").get(0).property("KeyPolicy.Statement.1.Condition"))
                    .isEqualTo(condition);
            assertThat(template.resources("AWS::SNS::TopicPolicy")
                            .get(0)
                            .property("PolicyDocument.Statement")
                            .items())
                    .filteredOn(statement -> statement.get("Effect").text().equals("Allow"))
                    .singleElement()
                    .satisfies(statement -> {
                        assertThat(statement.at("Principal.Service").text()).isEqualTo("cloudwatch.amazonaws.com");
                        assertThat(statement.get("Action").text()).isEqualTo("sns:Publish");
                        assertThat(statement.get("Condition")).isEqualTo(condition);
                    });
        }
    }

    @Test
    void watchesOnlyWhatAnEnvironmentProvides() {
        Service cached = Service.java("order").needs(cache());
        Synthesis synthesis =
                platform(alarms("ops@example.com")).services(cached).render();

        assertThat(synthesis.template("dev/observability").resources("AWS::CloudWatch::Alarm"))
                .extracting(alarm -> alarm.property("Namespace").text())
                .hasSize(3)
                .containsOnly("AWS/ElastiCache");
        assertThat(platform(alarms("ops@example.com"))
                        .services(Service.java("order"))
                        .render()
                        .templates("dev"))
                .extracting(Template::concern)
                .contains("network")
                .doesNotContain("observability");
    }

    @Test
    void failsWhenThereIsNobodyToWriteTo() {
        assertThat(Sample.with(alarms()).problems())
                .containsExactlyInAnyOrder(
                        "observability/no-address: The alarms of environment dev have no address (0) to write to; there must be one. Fix: write it as alarms(\"ops@example.com\").",
                        "observability/no-address: The alarms of environment prod have no address (0) to write to; there must be one. Fix: write it as alarms(\"ops@example.com\").");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ops", "ops@example", "@example.com", "ops example@example.com", "ops@-a.com"})
    void failsWhenAnAddressIsNone(String address) {
        assertThat(Sample.with(alarms(address)).problems())
                .containsExactly(
                        "observability/address: The address (%s) for alarms must be a mail address. Fix: write it as alarms(\"ops@example.com\")."
                                .formatted(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ops@example.com", "Ops.on-call+prod@a-b.example.co.uk"})
    void acceptsAddresses(String address) {
        assertThat(Sample.with(alarms(address)).problems()).isEmpty();
    }
}
