package dev.slipway.review.difference;

import static dev.slipway.review.difference.Pair.edit;
import static dev.slipway.review.difference.Pair.model;

import java.util.stream.Stream;

/** What happens to data. */
final class DataPairs {
    private static final String DATABASE = "AWS::RDS::DBInstance";

    private DataPairs() {}

    static Stream<Pair> all() {
        return Stream.of(
                edit(
                                "a production database takes another identifier",
                                after -> after.resource(
                                        "prod/database",
                                        DATABASE,
                                        "/Properties/DBInstanceIdentifier",
                                        "\"shop-orders\""))
                        .finds("data-left")
                        .says(
                                "prod/database AWS::RDS::DBInstance Instance: is replaced, because of DBInstanceIdentifier"),
                edit("a production database is no longer encrypted, and nothing retains it", after -> after.resource(
                                        "prod/database", DATABASE, "/Properties/StorageEncrypted", "false")
                                .resource("prod/database", DATABASE, "/UpdateReplacePolicy", "\"Delete\""))
                        .finds("data-lost", "protection-lowered")
                        .says("is replaced, because of StorageEncrypted (true → false), and deleted with all it holds")
                        .says("StorageEncrypted → true to false"),
                edit(
                                "a database leaves its stack",
                                after -> after.template("prod/database", resources -> resources.remove("Instance")))
                        .finds("data-left", "cost-lowered")
                        .says("AWS::RDS::DBInstance Instance: is removed, and the old one stays in the account"),
                edit(
                                "a database takes another logical id",
                                after -> after.template("prod/database", resources -> {
                                    resources.set("Orders", resources.remove("Instance"));
                                }))
                        .finds("data-left")
                        .says("LogicalId (prod/database/Instance → prod/database/Orders)"),
                edit(
                                "the brokers take another name",
                                after -> after.resource(
                                        "prod/streaming", "AWS::MSK::Cluster", "/Properties/ClusterName", "\"events\""))
                        .finds("data-left", "data-at-risk", "resource-at-risk")
                        .says("AWS::MSK::Cluster Cluster: is replaced, because of ClusterName (shop-prod → events)")
                        .says("AWS::MSK::Topic Topicorderplaced: may be replaced"),
                edit(
                                "a bucket takes another name",
                                after -> after.resource(
                                        "prod/storage",
                                        "AWS::S3::Bucket",
                                        "/Properties/BucketName",
                                        "\"shop-invoices\""))
                        .finds("data-left", "resource-at-risk")
                        .says("AWS::S3::Bucket BucketreceiptsC66CAA0A: is replaced, because of BucketName"),
                edit(
                                "a secret takes another name",
                                after -> after.id(
                                        "prod/secrets",
                                        "paymentprovider",
                                        "/Properties/Name",
                                        "\"shop/prod/payment/other\""))
                        .finds("data-left")
                        .says("AWS::SecretsManager::Secret paymentprovider: is replaced, because of Name"),
                edit(
                                "the key of the database is removed",
                                after -> after.template("prod/database", resources -> resources.remove("Key961B73FD")))
                        .finds("data-left", "permission-narrowed", "cost-lowered")
                        .says("AWS::KMS::Key Key961B73FD: is removed"),
                model("nobody needs the bucket any more", shop -> shop.needsOfOrder.remove(3))
                        .finds(
                                "stack-abandoned",
                                "pods-restarted",
                                "object-changed",
                                "resource-changed",
                                "permission-narrowed",
                                "path-closed",
                                "object-removed",
                                "cost-lowered")
                        .says("prod/storage the stack: is no longer in the model"),
                edit(
                                "a database may be deleted",
                                after -> after.resource(
                                        "prod/database", DATABASE, "/Properties/DeletionProtection", "false"))
                        .finds("protection-lowered", "resource-changed")
                        .says("DeletionProtection → true to false"),
                edit(
                                "a database keeps backups for a day",
                                after -> after.resource(
                                        "prod/database", DATABASE, "/Properties/BackupRetentionPeriod", "1"))
                        .finds("data-at-risk", "protection-lowered")
                        .says("BackupRetentionPeriod → 30 to 1"),
                edit(
                                "versions of objects are no longer kept",
                                after -> after.resource(
                                        "prod/storage", "AWS::S3::Bucket", "/Properties/VersioningConfiguration", ""))
                        .finds("protection-lowered", "resource-changed")
                        .says("VersioningConfiguration.Status → Enabled to nothing"),
                edit("a namespace leaves its file", after -> after.object("Namespace shop", "", ""))
                        .finds("volume-lost")
                        .says("prod Namespace shop: is removed"),
                model(
                                "the database takes another instance class",
                                shop -> shop.database = shop.database.instanceClass("db.m7g.large"))
                        .finds("cost-unknown", "cost-lowered", "resource-changed")
                        .says("DBInstanceClass"));
    }
}
