package dev.slipway.acceptance.deployment;

import java.util.List;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;
import software.amazon.awssdk.services.elasticache.model.User;
import software.amazon.awssdk.services.elasticache.model.UserGroup;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;
import software.amazon.awssdk.services.kafka.model.DescribeTopicResponse;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** What RDS, ElastiCache and MSK say. */
final class DataAnswers {
    private final Aws aws;

    DataAnswers(Aws aws) {
        this.aws = aws;
    }

    List<Answer> database(String id) {
        DBInstance instance = aws.rds
                .describeDBInstances(request -> request.dbInstanceIdentifier(id))
                .dbInstances()
                .get(0);
        return List.of(
                Answer.of("DBInstanceClass", instance.dbInstanceClass()),
                Answer.of("Engine", instance.engine()),
                Answer.of("EngineVersion", instance.engineVersion()),
                Answer.of("AllocatedStorage", instance.allocatedStorage()),
                Answer.of("MultiAZ", instance.multiAZ()),
                Answer.of("StorageEncrypted", instance.storageEncrypted()),
                Answer.of("KmsKeyId", instance.kmsKeyId()),
                Answer.of("DeletionProtection", instance.deletionProtection()),
                Answer.of("PubliclyAccessible", instance.publiclyAccessible()),
                Answer.of("BackupRetentionPeriod", instance.backupRetentionPeriod()),
                Answer.of("DBSubnetGroupName", instance.dbSubnetGroup().dbSubnetGroupName()),
                Answer.of(
                        "DBParameterGroupName",
                        instance.dbParameterGroups().get(0).dbParameterGroupName()),
                Answer.anyOrder(
                        "VPCSecurityGroups",
                        instance.vpcSecurityGroups().stream()
                                .map(group -> group.vpcSecurityGroupId())
                                .toList()));
    }

    List<Answer> subnetGroup(String id) {
        return List.of(Answer.anyOrder(
                "SubnetIds",
                aws
                        .rds
                        .describeDBSubnetGroups(request -> request.dbSubnetGroupName(id))
                        .dbSubnetGroups()
                        .get(0)
                        .subnets()
                        .stream()
                        .map(subnet -> subnet.subnetIdentifier())
                        .toList()));
    }

    List<Answer> cache(String id) {
        ReplicationGroup group = aws.elastiCache
                .describeReplicationGroups(request -> request.replicationGroupId(id))
                .replicationGroups()
                .get(0);
        return List.of(
                Answer.of("ReplicationGroupDescription", group.description()),
                Answer.of("CacheNodeType", group.cacheNodeType()),
                Answer.of("Engine", group.engine()),
                Answer.of("AtRestEncryptionEnabled", group.atRestEncryptionEnabled()),
                Answer.of("TransitEncryptionEnabled", group.transitEncryptionEnabled()),
                Answer.of("AutoMinorVersionUpgrade", group.autoMinorVersionUpgrade()),
                Answer.of("NumCacheClusters", group.memberClusters().size()),
                Answer.anyOrder("UserGroupIds", group.userGroupIds()));
    }

    List<Answer> userGroup(String id) {
        UserGroup group = aws.elastiCache
                .describeUserGroups(request -> request.userGroupId(id))
                .userGroups()
                .get(0);
        return List.of(Answer.of("Engine", group.engine()), Answer.anyOrder("UserIds", group.userIds()));
    }

    /** The ARN of a topic tells the cluster. */
    List<Answer> topic(String arn) {
        int name = arn.lastIndexOf('/');
        DescribeTopicResponse topic = aws.kafka.describeTopic(
                request -> request.clusterArn(arn.substring(0, name).replace(":topic/", ":cluster/"))
                        .topicName(arn.substring(name + 1)));
        return List.of(
                Answer.of("TopicName", topic.topicName()),
                Answer.of("PartitionCount", topic.partitionCount()),
                Answer.of("ReplicationFactor", topic.replicationFactor()),
                Answer.of("Configs", topic.configs()));
    }

    List<Answer> user(String id) {
        User user = aws.elastiCache
                .describeUsers(request -> request.userId(id))
                .users()
                .get(0);
        return List.of(
                Answer.of("UserName", user.userName()),
                Answer.of("Engine", user.engine()),
                Answer.of("AccessString", user.accessString()));
    }

    List<Answer> brokers(String arn) {
        ClusterInfo cluster =
                aws.kafka.describeCluster(request -> request.clusterArn(arn)).clusterInfo();
        return List.of(
                Answer.of("ClusterName", cluster.clusterName()),
                Answer.of("NumberOfBrokerNodes", cluster.numberOfBrokerNodes()),
                Answer.of("KafkaVersion", cluster.currentBrokerSoftwareInfo().kafkaVersion()),
                Answer.of("EnhancedMonitoring", cluster.enhancedMonitoringAsString()),
                Answer.of(
                        "BrokerNodeGroupInfo.InstanceType",
                        cluster.brokerNodeGroupInfo().instanceType()),
                Answer.anyOrder(
                        "BrokerNodeGroupInfo.ClientSubnets",
                        cluster.brokerNodeGroupInfo().clientSubnets()),
                Answer.anyOrder(
                        "BrokerNodeGroupInfo.SecurityGroups",
                        cluster.brokerNodeGroupInfo().securityGroups()),
                Answer.of(
                        "BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize",
                        cluster.brokerNodeGroupInfo()
                                .storageInfo()
                                .ebsStorageInfo()
                                .volumeSize()),
                Answer.of(
                        "ClientAuthentication.Sasl.Iam.Enabled",
                        cluster.clientAuthentication().sasl().iam().enabled()),
                Answer.of(
                        "EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId",
                        cluster.encryptionInfo().encryptionAtRest().dataVolumeKMSKeyId()),
                Answer.of(
                        "EncryptionInfo.EncryptionInTransit.ClientBroker",
                        cluster.encryptionInfo().encryptionInTransit().clientBrokerAsString()));
    }
}
