package dev.slipway.review.practice;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Subnets, their way out, and the zones that they are in: https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar. */
public final class Networks {
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String ROUTE = "AWS::EC2::Route";
    private static final String GATEWAY = "AWS::EC2::NatGateway";

    private Networks() {}

    /** A subnet that the CDK or its tags call private must not be in front of the internet gateway. */
    public static Stream<Finding> open(Synthesis synthesis) {
        Stream<Finding> routed = Demand.of(SUBNET)
                .where(subnet -> Set.of("Private", "Isolated").contains(kind(subnet)))
                .in(synthesis)
                .flatMap(subnet -> routes(subnet)
                        .filter(route -> route.property("GatewayId").exists()
                                || (kind(subnet).equals("Isolated")
                                        && route.property("NatGatewayId").exists()))
                        .map(route -> Finding.about(
                                route,
                                route.property("GatewayId").exists()
                                        ? "Properties.GatewayId"
                                        : "Properties.NatGatewayId",
                                "must not lead out of subnet %s, which is %s.".formatted(subnet.id(), kind(subnet)))));
        Stream<Finding> addressed = Demand.of(SUBNET)
                .at(
                        synthesis,
                        "MapPublicIpOnLaunch",
                        "be false, or what starts there is on the internet",
                        value -> !value.isTrue());
        return Stream.concat(routed, addressed);
    }

    private static String kind(Resource subnet) {
        return subnet.property("Tags").items().stream()
                .filter(tag -> tag.get("Key").text().equals("aws-cdk:subnet-type"))
                .map(tag -> tag.get("Value").text())
                .findFirst()
                .orElse("");
    }

    private static Stream<Resource> routes(Resource subnet) {
        Set<String> tables = subnet.template().resources("AWS::EC2::SubnetRouteTableAssociation").stream()
                .filter(association ->
                        association.property("SubnetId.Ref").text().equals(subnet.id()))
                .map(association -> association.property("RouteTableId.Ref").text())
                .collect(Collectors.toCollection(TreeSet::new));
        return subnet.template().resources(ROUTE).stream()
                .filter(route ->
                        tables.contains(route.property("RouteTableId.Ref").text()));
    }

    /** Nodes and endpoints without a way out, or without the names of AWS, never start. */
    public static Stream<Finding> cutOff(Synthesis synthesis) {
        Stream<Finding> tables = Demand.of(SUBNET)
                .in(synthesis)
                .filter(subnet -> subnet.template().resources("AWS::EC2::SubnetRouteTableAssociation").stream()
                        .noneMatch(association ->
                                association.property("SubnetId.Ref").text().equals(subnet.id())))
                .map(subnet -> Finding.about(subnet, "", "must be associated with a route table of its own."));
        Stream<Finding> ways = Demand.of(SUBNET)
                .where(subnet -> Set.of("Private", "Public").contains(kind(subnet)))
                .in(synthesis)
                .filter(subnet -> routes(subnet).noneMatch(Networks::leadsOut))
                .map(subnet ->
                        Finding.about(subnet, "", "must have a default route: it is %s.".formatted(kind(subnet))));
        Stream<Finding> names = Stream.of("EnableDnsSupport", "EnableDnsHostnames")
                .flatMap(name -> Demand.of("AWS::EC2::VPC")
                        .where(vpc -> !vpc.template()
                                .resources("AWS::EC2::VPCEndpoint")
                                .isEmpty())
                        .at(synthesis, name, "be true, or endpoints have no names", Tree::isTrue));
        Stream<Finding> endpoints = Demand.of("AWS::EC2::VPCEndpoint")
                .where(endpoint -> endpoint.property("VpcEndpointType").text().equals("Interface"))
                .at(synthesis, "PrivateDnsEnabled", "be true, or nobody uses it", Tree::isTrue);
        Stream<Finding> gateways = Demand.of("AWS::EC2::VPCEndpoint")
                .where(endpoint -> endpoint.property("VpcEndpointType").text().equals("Gateway"))
                .at(synthesis, "RouteTableIds", "name route tables, or nobody uses it", value -> !value.items()
                        .isEmpty());
        Stream<Finding> doors = Stream.of("SubnetIds", "SecurityGroupIds").flatMap(property -> Demand.of(
                        "AWS::EC2::VPCEndpoint")
                .where(endpoint -> endpoint.property("VpcEndpointType").text().equals("Interface"))
                .at(synthesis, property, "name one, or nobody reaches it", value -> !value.items()
                        .isEmpty()));
        return Stream.of(tables, ways, names, endpoints, gateways, doors).flatMap(findings -> findings);
    }

    private static boolean leadsOut(Resource route) {
        return route.property("DestinationCidrBlock").text().equals("0.0.0.0/0")
                && Stream.of("GatewayId", "NatGatewayId", "TransitGatewayId", "NetworkInterfaceId", "InstanceId")
                        .anyMatch(way -> route.property(way).exists());
    }

    /** Where data is kept, the loss of a zone must not take the others with it. */
    public static Stream<Finding> inOneZone(Synthesis synthesis) {
        return Keeping.of(synthesis)
                .stages()
                .flatMap(stage -> synthesis.resources(stage, "AWS::EC2::VPC").stream())
                .flatMap(vpc -> {
                    List<Resource> subnets = vpc.template().resources(SUBNET);
                    int zones = different(subnets, subnet -> subnet.property("AvailabilityZone")
                            .toString());
                    List<Resource> outward = vpc.template().resources(ROUTE).stream()
                            .filter(route -> route.property("NatGatewayId").exists())
                            .toList();
                    int gateways = different(
                            outward, route -> route.property("NatGatewayId").toString());
                    Stream<Finding> few = !subnets.isEmpty() && zones < 2
                            ? Stream.of(Finding.about(
                                    vpc, "", "must have subnets in two zones or more, not in %s.".formatted(zones)))
                            : Stream.empty();
                    Stream<Finding> one = outward.size() > gateways
                            ? Stream.of(Finding.about(
                                    outward.get(outward.size() - 1),
                                    "Properties.NatGatewayId",
                                    "must be the gateway of its own zone: %s routes share %s (%s)."
                                            .formatted(outward.size(), gateways, GATEWAY)))
                            : Stream.empty();
                    return Stream.concat(few, one);
                });
    }

    private static int different(List<Resource> resources, Function<Resource, String> of) {
        return (int) resources.stream().map(of).distinct().count();
    }
}
