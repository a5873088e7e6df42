package dev.slipway.review.specification;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Types that hold what the model cannot make again, beside those that the published specification marks: data, keys without which
 * data is lost, and what others keep an address or a name of. From the services' own documentation, type by type.
 */
final class StatefulTypes {
    private static final Set<String> TYPES = new TreeSet<>(List.of(
            // certificates that it issued are worth nothing without its key
            "AWS::ACMPCA::CertificateAuthority",
            "AWS::Backup::BackupVault",
            "AWS::Cognito::UserPool",
            "AWS::DocDB::DBCluster",
            "AWS::DocDB::DBInstance",
            "AWS::DynamoDB::GlobalTable",
            "AWS::DynamoDB::Table",
            // partners admit it by its address
            "AWS::EC2::EIP",
            "AWS::EC2::Volume",
            // images of releases that still run
            "AWS::ECR::Repository",
            "AWS::EFS::FileSystem",
            // every object and volume claim of the cluster
            "AWS::EKS::Cluster",
            "AWS::ElastiCache::CacheCluster",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::ElastiCache::ServerlessCache",
            "AWS::FSx::FileSystem",
            "AWS::KMS::Key",
            "AWS::KMS::ReplicaKey",
            "AWS::Kinesis::Stream",
            "AWS::Logs::LogGroup",
            "AWS::MSK::Cluster",
            "AWS::MSK::ServerlessCluster",
            "AWS::MSK::Topic",
            "AWS::MemoryDB::Cluster",
            "AWS::Neptune::DBCluster",
            "AWS::Neptune::DBInstance",
            "AWS::OpenSearchService::Domain",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::RDS::GlobalCluster",
            // another one has other name servers, which the parent zone does not know
            "AWS::Route53::HostedZone",
            "AWS::S3::Bucket",
            "AWS::SQS::Queue",
            "AWS::SecretsManager::Secret"));

    private StatefulTypes() {}

    static boolean isStateful(String type) {
        return TYPES.contains(type);
    }

    static Stream<String> all() {
        return TYPES.stream();
    }
}
