package dev.slipway.bench.suite;

import dev.slipway.bench.suite.Fact.Count;
import dev.slipway.bench.suite.Fact.Each;
import dev.slipway.bench.suite.Fact.Named;
import dev.slipway.bench.suite.Fact.None;
import dev.slipway.bench.suite.Fact.Single;
import java.util.List;
import java.util.Map;

/** Of network and cluster. */
final class AwsFacts {
    private static final int ZONES = 3;

    private AwsFacts() {}

    static List<Fact> network(Place place) {
        int gateways = place.isProduction() ? ZONES : 1;
        return List.of(
                new Count("AWS::EC2::VPC", 1),
                new Single("AWS::EC2::VPC", Map.of("CidrBlock", "10.%d.0.0/16".formatted(place.octet()))),
                new Single("AWS::EC2::VPC", Map.of("EnableDnsHostnames", true, "EnableDnsSupport", true)),
                new Count("AWS::EC2::Subnet", 3 * ZONES),
                new Count("AWS::EC2::NatGateway", gateways),
                new Count("AWS::EC2::EIP", gateways),
                new Count("AWS::EC2::RouteTable", 3 * ZONES),
                new Each("AWS::EC2::Subnet", Map.of("MapPublicIpOnLaunch", false)),
                new None("AWS::EC2::Subnet", "MapPublicIpOnLaunch", true),
                new Named(
                        "AWS::EC2::Subnet",
                        "CidrBlock",
                        "10.%d.0.0/19".formatted(place.octet()),
                        Map.of("MapPublicIpOnLaunch", false)));
    }

    static List<Fact> endpoints(Place place) {
        return List.of(
                new Count("AWS::EC2::VPCEndpoint", place.isProduction() ? 9 : 2),
                new None("AWS::EC2::VPCEndpoint", "VpcEndpointType", "GatewayLoadBalancer"),
                place.isProduction()
                        ? new Named(
                                "AWS::EC2::VPCEndpoint",
                                "ServiceName",
                                "com.amazonaws.eu-central-1.sts",
                                Map.of("PrivateDnsEnabled", true))
                        : new Each("AWS::EC2::VPCEndpoint", Map.of("VpcEndpointType", "Gateway")),
                new Count("AWS::EC2::FlowLog", 1),
                new Single("AWS::EC2::FlowLog", Map.of("TrafficType", "ALL", "ResourceType", "VPC")),
                new Single("AWS::EC2::FlowLog", Map.of("LogDestinationType", "cloud-watch-logs")),
                new Single("AWS::Logs::LogGroup", Map.of("RetentionInDays", 30)),
                new Named(
                        "AWS::Logs::LogGroup",
                        "LogGroupName",
                        "/slipway/%s/flow-logs".formatted(place.full()),
                        Map.of("RetentionInDays", 30)),
                new Count("AWS::SSM::Parameter", 4),
                new Each("AWS::SSM::Parameter", Map.of("Tags", Map.of("platform", "ordering"))));
    }

    static List<Fact> cluster(Place place) {
        return List.of(
                new Count("AWS::EKS::Cluster", 1),
                new Single("AWS::EKS::Cluster", Map.of("Name", place.full())),
                new Single("AWS::EKS::Cluster", Map.of("Version", "1.36")),
                new Single(
                        "AWS::EKS::Cluster",
                        Map.of("ResourcesVpcConfig", Map.of("EndpointPrivateAccess", true, "EndpointPublicAccess", false))),
                new Single("AWS::EKS::Cluster", Map.of("AccessConfig", Map.of("AuthenticationMode", "API"))),
                new Single(
                        "AWS::EKS::Cluster",
                        Map.of("ComputeConfig", Map.of("NodePools", List.of("system", "general-purpose")))),
                new Single("AWS::KMS::Key", Map.of("EnableKeyRotation", true)),
                new Named("AWS::EKS::Addon", "AddonName", "metrics-server", Map.of("ResolveConflicts", "OVERWRITE")),
                new Single("AWS::Logs::LogGroup", Map.of("RetentionInDays", place.isProduction() ? 365 : 30)),
                new Count("AWS::IAM::Role", 2));
    }
}
