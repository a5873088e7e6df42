package dev.slipway.bench.suite;

import dev.slipway.bench.suite.Fact.Count;
import dev.slipway.bench.suite.Fact.Each;
import dev.slipway.bench.suite.Fact.Named;
import dev.slipway.bench.suite.Fact.None;
import dev.slipway.bench.suite.Fact.Single;
import dev.slipway.bench.suite.Fact.Tagged;
import java.util.List;
import java.util.Map;

/** Of what keeps data: brokers, topics, cache, database and secrets. */
final class DataFacts {
    private DataFacts() {}

    static List<Fact> brokers(Place place) {
        return List.of(
                new Count("AWS::MSK::Cluster", 1),
                new Single("AWS::MSK::Cluster", Map.of("ClusterName", place.full())),
                new Single("AWS::MSK::Cluster", Map.of("NumberOfBrokerNodes", place.brokers())),
                new Single("AWS::MSK::Cluster", Map.of("KafkaVersion", "4.1.x.kraft")),
                new Single(
                        "AWS::MSK::Cluster",
                        Map.of("ClientAuthentication", Map.of("Sasl", Map.of("Iam", Map.of("Enabled", true))))),
                new Single(
                        "AWS::MSK::Cluster",
                        Map.of("ClientAuthentication", Map.of("Unauthenticated", Map.of("Enabled", false)))),
                new Single(
                        "AWS::MSK::Cluster",
                        Map.of("EncryptionInfo", Map.of("EncryptionInTransit", Map.of("ClientBroker", "TLS")))),
                new Count("AWS::MSK::Configuration", 1),
                new Named(
                        "AWS::Logs::LogGroup",
                        "LogGroupName",
                        "/slipway/%s/streaming".formatted(place.full()),
                        Map.of("RetentionInDays", place.isProduction() ? 90 : 14)),
                new Single("AWS::ApplicationAutoScaling::ScalableTarget", Map.of("ServiceNamespace", "kafka")));
    }

    static List<Fact> topics(Place place) {
        int replicas = place.brokers() < 3 ? 2 : 3;
        return List.of(
                new Count("AWS::MSK::Topic", 32),
                new Each("AWS::MSK::Topic", Map.of("ReplicationFactor", replicas)),
                new None("AWS::MSK::Topic", "ReplicationFactor", 1),
                new Named("AWS::MSK::Topic", "TopicName", "order.placed", Map.of("PartitionCount", 12)),
                new Named("AWS::MSK::Topic", "TopicName", "order.confirmed", Map.of("PartitionCount", 12)),
                new Named("AWS::MSK::Topic", "TopicName", "payment.settled", Map.of("PartitionCount", 12)),
                new Named("AWS::MSK::Topic", "TopicName", "auth.keys", Map.of("ReplicationFactor", replicas)),
                new Named("AWS::MSK::Topic", "TopicName", "order.placed.store.dlt", Map.of("ReplicationFactor", replicas)),
                new None("AWS::MSK::Topic", "PartitionCount", 0),
                new None("AWS::MSK::Topic", "TopicName", "order.deleted"));
    }

    static List<Fact> cache(Place place) {
        int nodes = place.isProduction() ? 3 : place == Place.STAGING ? 2 : 1;
        String type = "AWS::ElastiCache::ReplicationGroup";
        return List.of(
                new Count(type, 1),
                new Single(type, Map.of("NumCacheClusters", nodes)),
                new Single(type, Map.of("AtRestEncryptionEnabled", true)),
                new Single(type, Map.of("TransitEncryptionEnabled", true, "TransitEncryptionMode", "required")),
                new Single(type, Map.of("MultiAZEnabled", nodes > 1)),
                new Count("AWS::ElastiCache::User", 4),
                new Each("AWS::ElastiCache::User", Map.of("Engine", "valkey")),
                new Named(
                        "AWS::ElastiCache::User",
                        "UserName",
                        place.full() + "-store",
                        Map.of("UserId", place.full() + "-store")),
                new None("AWS::ElastiCache::User", "UserName", "default"),
                new Single("AWS::EC2::SecurityGroup", Map.of("GroupDescription", "Cache of " + place.full())));
    }

    static List<Fact> database(Place place) {
        String type = "AWS::RDS::DBInstance";
        boolean isProduction = place.isProduction();
        return List.of(
                new Count(type, 1),
                new Single(type, Map.of("DBInstanceIdentifier", place.full())),
                new Single(type, Map.of("StorageEncrypted", true)),
                new Single(type, Map.of("PubliclyAccessible", false)),
                new Single(type, Map.of("MultiAZ", isProduction, "DeletionProtection", isProduction)),
                new Single(type, Map.of("BackupRetentionPeriod", isProduction ? 30 : 7)),
                new Single("AWS::RDS::DBParameterGroup", Map.of("Parameters", Map.of("rds.force_ssl", "1"))),
                new Single("AWS::RDS::DBParameterGroup", Map.of("Family", "postgres18")),
                new Count("AWS::SecretsManager::Secret", 9),
                new Tagged(type, "DBInstanceIdentifier", place.full(), "environment", place.stage()));
    }

    static List<Fact> secrets(Place place) {
        String type = "AWS::SecretsManager::Secret";
        String prefix = "ordering/" + place.stage() + "/";
        return List.of(
                new Count(type, 4),
                new None(type, "Name", prefix + "user/payment-provider"),
                new None(type, "Description", "Nobody's"),
                new None(type, "SecretString", "changeme"),
                new Tagged(type, "Name", prefix + "payment/payment-provider", "environment", place.stage()),
                new Tagged(type, "Name", prefix + "payment/payment-provider", "platform", "ordering"),
                new Tagged(type, "Name", prefix + "notification/smtp", "environment", place.stage()),
                new Tagged(type, "Name", prefix + "notification/chat", "environment", place.stage()),
                new Tagged(type, "Name", prefix + "auth/key-encryption", "environment", place.stage()),
                new None(type, "Name", prefix + "order/payment-provider"));
    }
}
