package dev.slipway.review.difference.guard;

import static dev.slipway.review.difference.guard.Rank.among;
import static dev.slipway.review.difference.guard.Rank.count;
import static dev.slipway.review.difference.guard.Rank.exists;
import static dev.slipway.review.difference.guard.Rank.isTrue;
import static dev.slipway.review.difference.guard.Rank.more;
import static dev.slipway.review.difference.guard.Rank.moreOrForever;

import java.util.List;

/**
 * A property that protects something.
 *
 * @param type of the resource; empty for every type
 * @param path from the resource: {@code Properties.DeletionProtection}
 * @param isGrave whether data are lost, or read by others, where it is weaker
 */
record Guard(String type, String path, Rank rank, boolean isGrave) {
    private static final String RDS = "AWS::RDS::DBInstance";
    private static final String AURORA = "AWS::RDS::DBCluster";
    private static final String MSK = "AWS::MSK::Cluster";
    private static final String EKS = "AWS::EKS::Cluster";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String CACHE = "AWS::ElastiCache::ReplicationGroup";
    private static final String ECR = "AWS::ECR::Repository";
    private static final String POLICY = "Policy";

    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html, and each type's page. */
    static final List<Guard> ALL = List.of(
            new Guard("", "Deletion" + POLICY, among("Delete", "Snapshot", "RetainExceptOnCreate", "Retain"), true),
            new Guard("", "UpdateReplace" + POLICY, among("Delete", "Snapshot", "Retain"), true),
            of(RDS, "DeletionProtection", isTrue(), true),
            of(AURORA, "DeletionProtection", isTrue(), true),
            of(EKS, "DeletionProtection", isTrue(), true),
            of(RDS, "BackupRetentionPeriod", more(), true),
            of(AURORA, "BackupRetentionPeriod", more(), true),
            of(RDS, "MultiAZ", isTrue(), false),
            of(RDS, "StorageEncrypted", isTrue(), true),
            of(AURORA, "StorageEncrypted", isTrue(), true),
            of("AWS::RDS::DBParameterGroup", "Parameters#rds.force_ssl", more(), true),
            of("AWS::RDS::DBParameterGroup", "Parameters#require_secure_transport", more(), true),
            of(CACHE, "TransitEncryptionEnabled", isTrue(), true),
            of(CACHE, "AtRestEncryptionEnabled", isTrue(), true),
            of(CACHE, "AutomaticFailoverEnabled", isTrue(), false),
            of(CACHE, "MultiAZEnabled", isTrue(), false),
            of(CACHE, "SnapshotRetentionLimit", more(), true),
            of(
                    MSK,
                    "EncryptionInfo.EncryptionInTransit.ClientBroker",
                    among("PLAINTEXT", "TLS_PLAINTEXT", "TLS"),
                    true),
            of(MSK, "EncryptionInfo.EncryptionInTransit.InCluster", isTrue(), true),
            of(MSK, "ClientAuthentication.Sasl.Iam.Enabled", isTrue(), true),
            of(EKS, "EncryptionConfig", count(), true),
            of(EKS, "Logging.ClusterLogging.EnabledTypes", count(), false),
            of(BUCKET, "VersioningConfiguration.Status", among("", "Suspended", "Enabled"), true),
            of(BUCKET, "BucketEncryption", exists(), true),
            of(ECR, "ImageTagMutability", among("MUTABLE", "IMMUTABLE"), false),
            of(ECR, "ImageScanningConfiguration.ScanOnPush", isTrue(), false),
            of("AWS::KMS::Key", "EnableKeyRotation", isTrue(), false),
            of("AWS::KMS::Key", "PendingWindowInDays", moreOrForever(), true),
            of("AWS::Logs::LogGroup", "RetentionInDays", moreOrForever(), false),
            of("AWS::Backup::BackupPlan", "BackupPlan.BackupPlanRule", count(), true));

    private static Guard of(String type, String property, Rank rank, boolean isGrave) {
        return new Guard(type, "Properties." + property, rank, isGrave);
    }
}
