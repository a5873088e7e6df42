package dev.slipway.acceptance.deployment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kafka.model.ClusterInfo;

/** What there is in an account, as its services list it: {@code AWS::EC2::VPC vpc-1}. */
final class Inventory {
    static final Set<String> TYPES = new TreeSet<>(List.of(
            "AWS::EC2::EIP",
            "AWS::EC2::FlowLog",
            "AWS::EC2::InternetGateway",
            "AWS::EC2::NatGateway",
            "AWS::EC2::RouteTable",
            "AWS::EC2::SecurityGroup",
            "AWS::EC2::Subnet",
            "AWS::EC2::VPC",
            "AWS::EC2::VPCEndpoint",
            "AWS::EC2::VPCGatewayAttachment",
            "AWS::ECR::Repository",
            "AWS::EKS::Addon",
            "AWS::EKS::Cluster",
            "AWS::EKS::PodIdentityAssociation",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::ElastiCache::SubnetGroup",
            "AWS::ElastiCache::User",
            "AWS::ElastiCache::UserGroup",
            "AWS::IAM::OIDCProvider",
            "AWS::IAM::Role",
            "AWS::KMS::Alias",
            "AWS::KMS::Key",
            "AWS::Logs::LogGroup",
            "AWS::MSK::Cluster",
            "AWS::MSK::Configuration",
            "AWS::MSK::Topic",
            "AWS::RDS::DBInstance",
            "AWS::RDS::DBParameterGroup",
            "AWS::RDS::DBSubnetGroup",
            "AWS::SSM::Parameter",
            "AWS::SecretsManager::Secret"));
    static final String CLUSTER_GROUP = "eks-cluster-sg-";

    private final Aws aws;

    Inventory(Aws aws) {
        this.aws = aws;
    }

    Set<String> take() {
        Set<String> all = new TreeSet<>();
        network(all);
        cluster(all);
        events(all);
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
                "AWS::ElastiCache::UserGroup",
                aws.elastiCache.describeUserGroups(request -> request.maxRecords(100)).userGroups().stream()
                        .map(item -> item.userGroupId()));
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

    private void cluster(Set<String> all) {
        for (String name : aws.eks.listClusters().clusters()) {
            all.add("AWS::EKS::Cluster " + name);
            add(
                    all,
                    "AWS::EKS::Addon",
                    aws.eks.listAddons(request -> request.clusterName(name)).addons().stream()
                            .map(addon -> name + "|" + addon));
            add(
                    all,
                    "AWS::EKS::PodIdentityAssociation",
                    aws.eks.listPodIdentityAssociations(request -> request.clusterName(name)).associations().stream()
                            .map(item -> item.associationArn()));
        }
    }

    private void events(Set<String> all) {
        for (ClusterInfo cluster : aws.kafka.listClusters().clusterInfoList()) {
            all.add("AWS::MSK::Cluster " + cluster.clusterArn());
            add(
                    all,
                    "AWS::MSK::Topic",
                    aws.kafka.listTopics(request -> request.clusterArn(cluster.clusterArn())).topics().stream()
                            .map(item -> item.topicArn()));
        }
        add(
                all,
                "AWS::MSK::Configuration",
                aws.kafka.listConfigurations(request -> request.maxResults(100)).configurations().stream()
                        .map(item -> item.arn()));
    }

    /** What AWS makes unasked with a VPC and with a cluster of EKS, and takes away with it. */
    Set<String> madeBesides(Set<String> kept) {
        Set<String> besides = new TreeSet<>();
        aws.ec2.describeSecurityGroups().securityGroups().stream()
                .filter(group -> kept.contains("AWS::EC2::VPC " + group.vpcId()))
                .filter(group -> group.groupName().equals("default")
                        || kept.contains(
                                "AWS::EKS::Cluster " + group.groupName().replace(CLUSTER_GROUP, "")))
                .forEach(group -> besides.add("AWS::EC2::SecurityGroup " + group.groupId()));
        aws.ec2.describeRouteTables().routeTables().stream()
                .filter(table -> kept.contains("AWS::EC2::VPC " + table.vpcId()))
                .filter(table -> table.associations().stream().anyMatch(association -> association.main()))
                .forEach(table -> besides.add("AWS::EC2::RouteTable " + table.routeTableId()));
        return besides;
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
                "AWS::EC2::VPCGatewayAttachment",
                aws.ec2.describeInternetGateways().internetGateways().stream()
                        .flatMap(item -> item.attachments().stream())
                        .map(item -> item.vpcId()));
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

    private static void add(Set<String> all, String type, Stream<String> ids) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException(
                    "The type (%s) is to be listed among those that are looked at".formatted(type));
        }
        ids.forEach(id -> all.add(type + " " + id));
    }
}
