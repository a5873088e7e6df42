package dev.slipway.verify.aws.question;

import static dev.slipway.verify.aws.question.Field.called;
import static dev.slipway.verify.aws.question.Field.same;
import static dev.slipway.verify.aws.question.NetworkQuestions.first;

import java.util.List;

/** What RDS, ElastiCache and MSK are asked: what holds state. */
final class DataQuestions {
    private DataQuestions() {}

    static List<Question> all() {
        return List.of(database(), aurora(), subnets(), cache(), serverlessCache(), user(), brokers());
    }

    private static Question database() {
        return Question.of(
                        "AWS::RDS::DBInstance",
                        (aws, id) -> first(aws.rds()
                                .describeDBInstances(request -> request.dbInstanceIdentifier(id))
                                .dbInstances()),
                        same("DBInstanceClass"),
                        same("Engine"),
                        same("EngineVersion").version(),
                        same("AllocatedStorage").atLeast(),
                        same("StorageType"),
                        same("MultiAZ"),
                        same("StorageEncrypted"),
                        same("KmsKeyId"),
                        same("DeletionProtection"),
                        same("PubliclyAccessible"),
                        same("BackupRetentionPeriod"),
                        called("DBSubnetGroupName", "DBSubnetGroup.DBSubnetGroupName"),
                        called("DBParameterGroupName", "DBParameterGroups.0.DBParameterGroupName"),
                        called("VPCSecurityGroups", "VpcSecurityGroups[].VpcSecurityGroupId")
                                .anyOrder())
                .attribute("Endpoint.Address", "Endpoint.Address")
                .attribute("Endpoint.Port", "Endpoint.Port");
    }

    private static Question aurora() {
        return Question.of(
                        "AWS::RDS::DBCluster",
                        (aws, id) -> first(aws.rds()
                                .describeDBClusters(request -> request.dbClusterIdentifier(id))
                                .dbClusters()),
                        same("Engine"),
                        same("EngineVersion").version(),
                        same("StorageEncrypted"),
                        same("KmsKeyId"),
                        same("DeletionProtection"),
                        same("BackupRetentionPeriod"),
                        called(
                                        "ServerlessV2ScalingConfiguration.MinCapacity",
                                        "ServerlessV2ScalingConfiguration.MinCapacity")
                                .formed(Forms::decimal),
                        called(
                                        "ServerlessV2ScalingConfiguration.MaxCapacity",
                                        "ServerlessV2ScalingConfiguration.MaxCapacity")
                                .formed(Forms::decimal),
                        called("VpcSecurityGroupIds", "VpcSecurityGroups[].VpcSecurityGroupId")
                                .anyOrder())
                .attribute("Endpoint.Address", "Endpoint")
                .attribute("ReadEndpoint.Address", "ReaderEndpoint");
    }

    private static Question subnets() {
        return Question.of(
                "AWS::RDS::DBSubnetGroup",
                (aws, id) -> first(aws.rds()
                        .describeDBSubnetGroups(request -> request.dbSubnetGroupName(id))
                        .dbSubnetGroups()),
                called("SubnetIds", "Subnets[].SubnetIdentifier").anyOrder());
    }

    private static Question cache() {
        return Question.of(
                        "AWS::ElastiCache::ReplicationGroup",
                        (aws, id) -> first(aws.elastiCache()
                                .describeReplicationGroups(request -> request.replicationGroupId(id))
                                .replicationGroups()),
                        called("ReplicationGroupDescription", "Description"),
                        same("CacheNodeType"),
                        same("Engine"),
                        same("AtRestEncryptionEnabled"),
                        same("TransitEncryptionEnabled"),
                        same("AutoMinorVersionUpgrade"),
                        called("AutomaticFailoverEnabled", "AutomaticFailover").formed(Forms::enabled),
                        called("MultiAZEnabled", "MultiAZ").formed(Forms::enabled),
                        called("NumCacheClusters", "MemberClusters").formed(Forms::size),
                        same("UserGroupIds").anyOrder())
                .attribute("PrimaryEndPoint.Address", "NodeGroups.0.PrimaryEndpoint.Address")
                .attribute("ReaderEndPoint.Address", "NodeGroups.0.ReaderEndpoint.Address");
    }

    private static Question serverlessCache() {
        return Question.of(
                        "AWS::ElastiCache::ServerlessCache",
                        (aws, id) -> first(aws.elastiCache()
                                .describeServerlessCaches(request -> request.serverlessCacheName(id))
                                .serverlessCaches()),
                        same("Engine"),
                        same("MajorEngineVersion"),
                        same("KmsKeyId"),
                        same("UserGroupId"),
                        same("SecurityGroupIds").anyOrder(),
                        same("SubnetIds").anyOrder())
                .attribute("Endpoint.Address", "Endpoint.Address");
    }

    private static Question user() {
        return Question.of(
                "AWS::ElastiCache::User",
                (aws, id) -> first(aws.elastiCache()
                        .describeUsers(request -> request.userId(id))
                        .users()),
                same("UserName"),
                same("Engine"),
                same("AccessString"));
    }

    private static Question brokers() {
        return Question.of(
                        "AWS::MSK::Cluster",
                        (aws, arn) -> Answers.of(aws.kafka()
                                .describeCluster(request -> request.clusterArn(arn))
                                .clusterInfo()),
                        same("ClusterName"),
                        called("KafkaVersion", "CurrentBrokerSoftwareInfo.KafkaVersion"),
                        same("NumberOfBrokerNodes"),
                        same("BrokerNodeGroupInfo.InstanceType"),
                        same("BrokerNodeGroupInfo.ClientSubnets").anyOrder(),
                        same("BrokerNodeGroupInfo.SecurityGroups").anyOrder(),
                        called(
                                        "BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize",
                                        "BrokerNodeGroupInfo.StorageInfo.EbsStorageInfo.VolumeSize")
                                .atLeast(),
                        same("ClientAuthentication.Sasl.Iam.Enabled"),
                        same("ClientAuthentication.Unauthenticated.Enabled"),
                        same("EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId"),
                        same("EncryptionInfo.EncryptionInTransit.ClientBroker"),
                        same("EncryptionInfo.EncryptionInTransit.InCluster"))
                .attribute("Arn", "");
    }
}
