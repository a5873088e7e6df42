package dev.slipway.acceptance.deployment;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;

/** What {@code Fn::GetAtt} stands for, asked at the service that has the resource. */
final class Attributes {
    private final Aws aws;

    Attributes(Aws aws) {
        this.aws = aws;
    }

    String of(String type, String id, String attribute) {
        return switch (type + " " + attribute) {
            case "AWS::IAM::Role Arn" ->
                aws.iam.getRole(request -> request.roleName(id)).role().arn();
            case "AWS::KMS::Key Arn" ->
                aws.kms.describeKey(request -> request.keyId(id)).keyMetadata().arn();
            case "AWS::Logs::LogGroup Arn" -> arn("logs", "log-group:" + id);
            case "AWS::Lambda::Function Arn" -> arn("lambda", "function:" + id);
            case "AWS::EC2::SecurityGroup GroupId",
                    "AWS::IAM::OIDCProvider Arn",
                    "AWS::MSK::Cluster Arn",
                    "AWS::MSK::Configuration Arn" -> id;
            case "AWS::EC2::EIP AllocationId" ->
                aws.ec2
                        .describeAddresses(request -> request.publicIps(id))
                        .addresses()
                        .get(0)
                        .allocationId();
            case "AWS::EKS::Cluster ClusterSecurityGroupId" ->
                aws.ec2.describeSecurityGroups().securityGroups().stream()
                        .filter(group -> group.groupName().equals(Inventory.CLUSTER_GROUP + id))
                        .map(group -> group.groupId())
                        .collect(Collectors.joining());
            case "AWS::RDS::DBInstance Endpoint.Address" ->
                aws.rds
                        .describeDBInstances(request -> request.dbInstanceIdentifier(id))
                        .dbInstances()
                        .get(0)
                        .endpoint()
                        .address();
            case "AWS::ElastiCache::ReplicationGroup PrimaryEndPoint.Address" ->
                aws.elastiCache
                        .describeReplicationGroups(request -> request.replicationGroupId(id))
                        .replicationGroups()
                        .get(0)
                        .nodeGroups()
                        .get(0)
                        .primaryEndpoint()
                        .address();
            default ->
                throw new IllegalArgumentException(
                        "The attribute (%s of %s) is to be asked for here too".formatted(attribute, type));
        };
    }

    /** What the custom resource asks MSK for, which the emulator does not say: its stand-in names one for each broker. */
    String brokers(String clusterArn) {
        ClusterInfo cluster = aws.kafka
                .describeCluster(request -> request.clusterArn(clusterArn))
                .clusterInfo();
        return IntStream.rangeClosed(1, cluster.numberOfBrokerNodes())
                .mapToObj(broker -> "b-%s.%s.emulated.c1.kafka.%s.amazonaws.com:9098"
                        .formatted(broker, cluster.clusterName(), aws.region))
                .collect(Collectors.joining(","));
    }

    private String arn(String service, String rest) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, aws.region, aws.account, rest);
    }
}
