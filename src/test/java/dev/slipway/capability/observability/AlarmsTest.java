package dev.slipway.capability.observability;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.observability.Alarms.alarms;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourcesAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

        private static EnvironmentAssert prod() {
            return assertThat(SYNTHESIS).environment("prod");
        }

        private static StackAssert observability() {
            return prod().stack("observability");
        }

        private static ResourcesAssert alarmsOfProd() {
            return observability().resources("AWS::CloudWatch::Alarm");
        }

        @Test
        void watchesWhatEachProviderNames() {
            alarmsOfProd()
                    .areNamed(
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

        @ParameterizedTest
        @CsvSource({
            "streaming-storage-2, AWS/Kafka, Maximum, KafkaDataLogsDiskUsed, GreaterThanThreshold, 85, 15",
            "streaming-offline-partitions, AWS/Kafka, Maximum, OfflinePartitionsCount, GreaterThanThreshold, 0, 5",
            "streaming-controller, AWS/Kafka, Maximum, ActiveControllerCount, LessThanThreshold, 1, 5",
            "database-cpu, AWS/RDS, Average, CPUUtilization, GreaterThanThreshold, 80, 15",
            "database-storage, AWS/RDS, Minimum, FreeStorageSpace, LessThanThreshold, 10737418240, 15",
            "database-connections, AWS/RDS, Maximum, DatabaseConnections, GreaterThanThreshold, 630, 15",
            "cache-cpu-003, AWS/ElastiCache, Average, EngineCPUUtilization, GreaterThanThreshold, 80, 15",
            "cache-memory-001, AWS/ElastiCache, Maximum, DatabaseMemoryUsagePercentage, GreaterThanThreshold, 80, 15",
            "cache-evictions-001, AWS/ElastiCache, Sum, Evictions, GreaterThanThreshold, 0, 15"
        })
        void knowsWhenSomethingIsWrong(
                String name,
                String namespace,
                String statistic,
                String metric,
                String operator,
                long threshold,
                int periods) {
            alarmsOfProd()
                    .named("shop-prod-" + name)
                    .hasProperty("Namespace", namespace)
                    .hasProperty("Statistic", statistic)
                    .hasProperty("MetricName", metric)
                    .hasProperty("ComparisonOperator", operator)
                    .hasProperty("Threshold", threshold)
                    .hasProperty("EvaluationPeriods", periods);
        }

        @Test
        void findsWhatItWatchesByItsPlannedName() {
            alarmsOfProd()
                    .named("shop-prod-streaming-storage-2")
                    .property("Dimensions")
                    .extracting("Name", "Value")
                    .hasItems(List.of("Broker ID", "2"), List.of("Cluster Name", "shop-prod"));
            alarmsOfProd().named("shop-prod-database-cpu").hasProperty("Dimensions.0.Value", "shop-prod");
            prod().resource("AWS::RDS::DBInstance").hasProperty("DBInstanceIdentifier", "shop-prod");
            alarmsOfProd().named("shop-prod-cache-cpu-003").hasProperty("Dimensions.0.Value", "shop-prod-003");
            prod().resource("AWS::ElastiCache::ReplicationGroup").hasProperty("ReplicationGroupId", "shop-prod");
        }

        @Test
        void writesToEverybodyWhenItComesAndWhenItGoes() {
            alarmsOfProd().each(alarm -> {
                alarm.refersTo("AlarmActions", "AWS::SNS::Topic").refersTo("OKActions", "AWS::SNS::Topic");
                alarm.property("AlarmActions").hasSize(1);
                alarm.property("OKActions").hasSize(1);
                alarm.property("AlarmDescription").asText().endsWith(".");
            });
            observability()
                    .resources("AWS::SNS::Subscription")
                    .extracting("Protocol", "Endpoint")
                    .hasItemsInAnyOrder(List.of("email", "ops@example.com"), List.of("email", "lead@example.com"));
        }

        @Test
        void theTopicIsEncryptedAndOpenToCloudWatchOfTheAccountOnly() {
            observability().resource("AWS::SNS::Topic").hasProperty("KmsMasterKeyId");
            observability()
                    .resource("AWS::KMS::Key")
                    .hasProperty(
                            "KeyPolicy.Statement.1.Condition.StringEquals",
                            Map.of("aws:SourceAccount", "111122223333"));
            observability()
                    .resource("AWS::SNS::TopicPolicy")
                    .property("PolicyDocument.Statement")
                    .hasSize(2)
                    .hasItem(Tree.ofYaml("{ Effect: Deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }"))
                    .hasItem(Tree.ofYaml("""
                            Effect: Allow
                            Principal: { Service: cloudwatch.amazonaws.com }
                            Action: sns:Publish
                            Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } }
                            """));
        }
    }

    @Test
    void watchesOnlyWhatAnEnvironmentProvides() {
        Service cached = Service.java("order").needs(cache());
        Synthesis synthesis =
                platform(alarms("ops@example.com")).services(cached).render();

        assertThat(synthesis)
                .stack("dev/observability")
                .resources("AWS::CloudWatch::Alarm")
                .hasCount(3)
                .each(alarm -> alarm.hasProperty("Namespace", "AWS/ElastiCache"));
        assertThat(platform(alarms("ops@example.com"))
                        .services(Service.java("order"))
                        .render())
                .environment("dev")
                .hasStacks("network", "cluster");
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
