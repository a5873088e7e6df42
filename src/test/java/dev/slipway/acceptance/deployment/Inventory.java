package dev.slipway.acceptance.deployment;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What there is in an account, as its services list it: {@code AWS::EC2::VPC vpc-1}. */
final class Inventory {
    private final Aws aws;

    Inventory(Aws aws) {
        this.aws = aws;
    }

    Set<String> take() {
        Set<String> all = new TreeSet<>();
        network(all);
        add(all, "AWS::EKS::Cluster", aws.eks.listClusters().clusters());
        add(
                all,
                "AWS::ECR::Repository",
                aws.ecr.describeRepositories().repositories().stream().map(item -> item.repositoryName()));
        add(
                all,
                "AWS::RDS::DBInstance",
                aws.rds.describeDBInstances().dbInstances().stream().map(item -> item.dbInstanceIdentifier()));
        add(
                all,
                "AWS::RDS::DBSubnetGroup",
                aws.rds.describeDBSubnetGroups().dbSubnetGroups().stream().map(item -> item.dbSubnetGroupName()));
        add(
                all,
                "AWS::RDS::DBParameterGroup",
                aws.rds.describeDBParameterGroups().dbParameterGroups().stream()
                        .map(item -> item.dbParameterGroupName()));
        add(
                all,
                "AWS::ElastiCache::ReplicationGroup",
                aws.elastiCache.describeReplicationGroups().replicationGroups().stream()
                        .map(item -> item.replicationGroupId()));
        add(
                all,
                "AWS::ElastiCache::User",
                aws.elastiCache.describeUsers(request -> request.maxRecords(100)).users().stream()
                        .map(item -> item.userId()));
        add(
                all,
                "AWS::ElastiCache::SubnetGroup",
                aws.elastiCache.describeCacheSubnetGroups().cacheSubnetGroups().stream()
                        .map(item -> item.cacheSubnetGroupName()));
        add(
                all,
                "AWS::MSK::Cluster",
                aws.kafka.listClusters().clusterInfoList().stream().map(item -> item.clusterArn()));
        add(
                all,
                "AWS::SecretsManager::Secret",
                aws.secrets.listSecretsPaginator().stream()
                        .flatMap(page -> page.secretList().stream())
                        .map(item -> item.arn()));
        add(
                all,
                "AWS::SSM::Parameter",
                aws.ssm.describeParametersPaginator().stream()
                        .flatMap(page -> page.parameters().stream())
                        .map(item -> item.name()));
        add(all, "AWS::IAM::Role", aws.iam.listRolesPaginator().roles().stream().map(item -> item.roleName()));
        add(
                all,
                "AWS::IAM::OIDCProvider",
                aws.iam.listOpenIDConnectProviders().openIDConnectProviderList().stream()
                        .map(item -> item.arn()));
        add(
                all,
                "AWS::Logs::LogGroup",
                aws.logs.describeLogGroupsPaginator().logGroups().stream().map(item -> item.logGroupName()));
        add(
                all,
                "AWS::KMS::Key",
                aws.kms.listKeysPaginator().keys().stream()
                        .map(item -> item.keyId())
                        .filter(this::isKept));
        add(
                all,
                "AWS::KMS::Alias",
                aws.kms.listAliasesPaginator().aliases().stream()
                        .filter(item -> item.targetKeyId() != null)
                        .map(item -> item.aliasName()));
        return all;
    }

    private void network(Set<String> all) {
        add(all, "AWS::EC2::VPC", aws.ec2.describeVpcs().vpcs().stream().map(item -> item.vpcId()));
        add(
                all,
                "AWS::EC2::Subnet",
                aws.ec2.describeSubnets().subnets().stream().map(item -> item.subnetId()));
        add(
                all,
                "AWS::EC2::SecurityGroup",
                aws.ec2.describeSecurityGroups().securityGroups().stream().map(item -> item.groupId()));
        add(
                all,
                "AWS::EC2::RouteTable",
                aws.ec2.describeRouteTables().routeTables().stream().map(item -> item.routeTableId()));
        add(
                all,
                "AWS::EC2::InternetGateway",
                aws.ec2.describeInternetGateways().internetGateways().stream().map(item -> item.internetGatewayId()));
        add(
                all,
                "AWS::EC2::NatGateway",
                aws.ec2.describeNatGateways().natGateways().stream()
                        .filter(item -> !item.stateAsString().equals("deleted"))
                        .map(item -> item.natGatewayId()));
        add(
                all,
                "AWS::EC2::EIP",
                aws.ec2.describeAddresses().addresses().stream().map(item -> item.publicIp()));
        add(
                all,
                "AWS::EC2::VPCEndpoint",
                aws.ec2.describeVpcEndpoints().vpcEndpoints().stream()
                        .filter(item -> !item.stateAsString().equals("deleted"))
                        .map(item -> item.vpcEndpointId()));
        add(
                all,
                "AWS::EC2::FlowLog",
                aws.ec2.describeFlowLogs().flowLogs().stream().map(item -> item.flowLogId()));
    }

    /** A key is not deleted at once, but after some days in which it can be had back. */
    private boolean isKept(String key) {
        return aws.kms.describeKey(request -> request.keyId(key)).keyMetadata().deletionDate() == null;
    }

    private static void add(Set<String> all, String type, Collection<String> ids) {
        add(all, type, ids.stream());
    }

    private static void add(Set<String> all, String type, Stream<String> ids) {
        ids.forEach(id -> all.add(type + " " + id));
    }
}
