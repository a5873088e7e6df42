package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a service asks for beside the properties that the specification calls required: of each list one, at least. */
final class Needs {
    private static final Map<String, List<List<String>>> NEEDS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "AWS::ApplicationAutoScaling::ScalingPolicy",
                    List.of(
                            List.of("ScalingTargetId", "ResourceId"),
                            List.of(
                                    "TargetTrackingScalingPolicyConfiguration",
                                    "StepScalingPolicyConfiguration",
                                    "PredictiveScalingPolicyConfiguration"))),
            Map.entry("AWS::EC2::SecurityGroup", List.of(List.of("VpcId"))),
            Map.entry(
                    "AWS::ElastiCache::ReplicationGroup",
                    List.of(List.of("CacheNodeType"), List.of("CacheSubnetGroupName"))),
            Map.entry(
                    "AWS::RDS::DBCluster",
                    List.of(
                            List.of("Engine", "SnapshotIdentifier", "SourceDBClusterIdentifier"),
                            List.of("MasterUsername", "SnapshotIdentifier", "SourceDBClusterIdentifier"),
                            List.of(
                                    "MasterUserPassword",
                                    "ManageMasterUserPassword",
                                    "SnapshotIdentifier",
                                    "SourceDBClusterIdentifier"))),
            Map.entry(
                    "AWS::RDS::DBInstance",
                    List.of(
                            List.of("DBInstanceClass"),
                            List.of("Engine", "DBSnapshotIdentifier", "SourceDBInstanceIdentifier"),
                            withoutSource("AllocatedStorage"),
                            withoutSource("MasterUsername"),
                            withoutSource("MasterUserPassword", "ManageMasterUserPassword"))),
            Map.entry("AWS::EC2::FlowLog", List.of(List.of("LogGroupName", "LogDestination"))),
            Map.entry(
                    "AWS::EC2::NatGateway",
                    List.of(
                            List.of("SubnetId", "VpcId"),
                            List.of("AllocationId", "ConnectivityType", "AvailabilityMode"))),
            Map.entry(
                    "AWS::EC2::Route",
                    List.of(
                            List.of("DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"),
                            List.of(
                                    "CarrierGatewayId",
                                    "CoreNetworkArn",
                                    "EgressOnlyInternetGatewayId",
                                    "GatewayId",
                                    "InstanceId",
                                    "LocalGatewayId",
                                    "NatGatewayId",
                                    "NetworkInterfaceId",
                                    "TransitGatewayId",
                                    "VpcEndpointId",
                                    "VpcPeeringConnectionId"))),
            Map.entry(
                    "AWS::EC2::SecurityGroupIngress",
                    List.of(
                            List.of("GroupId", "GroupName"),
                            List.of(
                                    "CidrIp",
                                    "CidrIpv6",
                                    "SourcePrefixListId",
                                    "SourceSecurityGroupId",
                                    "SourceSecurityGroupName"))),
            Map.entry(
                    "AWS::EC2::Subnet",
                    List.of(List.of("CidrBlock", "Ipv4IpamPoolId", "Ipv6CidrBlock", "Ipv6IpamPoolId"))),
            Map.entry("AWS::EC2::VPC", List.of(List.of("CidrBlock", "Ipv4IpamPoolId"))),
            Map.entry(
                    "AWS::EC2::VPCEndpoint",
                    List.of(List.of("ServiceName", "ResourceConfigurationArn", "ServiceNetworkArn"))),
            Map.entry("AWS::EC2::VPCGatewayAttachment", List.of(List.of("InternetGatewayId", "VpnGatewayId"))),
            Map.entry("AWS::IAM::OIDCProvider", List.of(List.of("Url"))),
            Map.entry("AWS::IAM::Policy", List.of(List.of("Roles", "Users", "Groups"))),
            Map.entry("AWS::KMS::Alias", List.of(List.of("AliasName"), List.of("TargetKeyId")))));

    private Needs() {}

    /** What an instance has from its cluster, its snapshot or its source. */
    private static List<String> withoutSource(String... properties) {
        return Stream.concat(
                        Stream.of(properties),
                        Stream.of("DBClusterIdentifier", "DBSnapshotIdentifier", "SourceDBInstanceIdentifier"))
                .toList();
    }

    static void of(Resource resource, Form form) {
        Tree properties = resource.tree().get("Properties");
        for (List<String> choices : NEEDS.getOrDefault(resource.type(), List.of())) {
            if (choices.stream().noneMatch(choice -> isSet(properties.get(choice)))) {
                form.say(
                        "template/property",
                        "Properties." + choices.get(0),
                        choices.size() == 1
                                ? "must be set."
                                : "must be set, or one of %s."
                                        .formatted(String.join(", ", choices.subList(1, choices.size()))));
            }
        }
    }

    private static boolean isSet(Tree value) {
        return value.exists() && !(value.isList() && value.items().isEmpty());
    }
}
