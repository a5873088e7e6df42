package dev.slipway.review.cost.meter;

import static dev.slipway.review.cost.meter.Quantity.assumed;
import static dev.slipway.review.cost.meter.Quantity.months;

import dev.slipway.review.cost.usage.Assumption;
import java.util.Map;
import java.util.stream.Stream;

/** What keeps something: objects, images, logs, keys, secrets, backups, messages. */
final class StorageMeters {
    private StorageMeters() {}

    static void addTo(Map<String, Meter> meters) {
        meters.put("AWS::SecretsManager::Secret", (resource, usage) -> Stream.of(months("secrets/secret", 1)));
        meters.put("AWS::KMS::Key", (resource, usage) -> Stream.of(months("kms/key", 1)));
        meters.put("AWS::CloudWatch::Alarm", (resource, usage) -> Stream.of(months("cloudwatch/alarm", 1)));
        meters.put("AWS::CloudWatch::Dashboard", (resource, usage) -> Stream.of(months("cloudwatch/dashboard", 1)));
        meters.put("AWS::Logs::LogGroup", used("logs/in", "GB", Assumption.LOG_GB));
        meters.put("AWS::ECR::Repository", used("ecr/storage", "GB-month", Assumption.IMAGE_GB));
        meters.put("AWS::S3::Bucket", used("s3/standard", "GB-month", Assumption.BUCKET_GB));
        meters.put("AWS::Backup::BackupVault", used("backup/storage", "GB-month", Assumption.BACKUP_GB));
        meters.put("AWS::SQS::Queue", used("sqs/requests", "million", Assumption.MESSAGE_MILLIONS));
        meters.put("AWS::SNS::Topic", used("sns/requests", "million", Assumption.MESSAGE_MILLIONS));
    }

    private static Meter used(String item, String unit, Assumption assumption) {
        return (resource, usage) -> Stream.of(assumed(item, usage.of(assumption), unit, assumption));
    }
}
