package dev.slipway.review.difference.path;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the internet can reach on AWS, by the properties that decide it, with the defaults of AWS where they are not set. */
final class AwsExposure {
    private static final String WORLD = "0.0.0.0/0";

    private AwsExposure() {}

    static Stream<Exposed> of(Synthesis side, Synthesis other) {
        Set<String> there = other.templates().stream()
                .flatMap(template -> template.resources().stream())
                .map(AwsExposure::name)
                .collect(Collectors.toSet());
        return side.templates().stream()
                .flatMap(template -> template.resources().stream())
                .flatMap(resource -> of(resource, there));
    }

    private static Stream<Exposed> of(Resource resource, Set<String> there) {
        return switch (resource.type()) {
            case "AWS::EKS::Cluster" -> cluster(resource);
            case "AWS::RDS::DBInstance",
                    "AWS::RDS::DBCluster",
                    "AWS::Redshift::Cluster",
                    "AWS::DMS::ReplicationInstance" ->
                when(resource.property("PubliclyAccessible").isTrue(), resource, "have a public address");
            case "AWS::MSK::Cluster" -> broker(resource);
            case "AWS::S3::Bucket" -> bucket(resource, there);
            case "AWS::EC2::Subnet" ->
                when(
                        resource.property("MapPublicIpOnLaunch").isTrue(),
                        resource,
                        "give each instance a public address");
            case "AWS::EC2::Route" ->
                when(
                        isWorld(resource) && resource.property("GatewayId").exists(),
                        resource,
                        "lead to the internet gateway");
            case "AWS::ElasticLoadBalancingV2::LoadBalancer" ->
                when(
                        !resource.property("Scheme").text().equals("internal"),
                        resource,
                        "have an address on the internet");
            case "AWS::Lambda::Url" ->
                when(resource.property("AuthType").text().equals("NONE"), resource, "run without authentication");
            default -> Stream.empty();
        };
    }

    private static boolean isWorld(Resource route) {
        return route.property("DestinationCidrBlock").text().equals(WORLD)
                || route.property("DestinationIpv6CidrBlock").text().equals("::/0");
    }

    private static Stream<Exposed> when(boolean isOpen, Resource resource, String action) {
        return isOpen ? Stream.of(exposed(resource, action, Peer.ANYWHERE)) : Stream.empty();
    }

    private static Exposed exposed(Resource resource, String action, Peer from) {
        return new Exposed(resource.template().stage(), name(resource), action, "", false, from);
    }

    private static String name(Resource resource) {
        return "%s in %s".formatted(resource.id(), resource.template().path());
    }

    private static Stream<Exposed> cluster(Resource cluster) {
        Tree network = cluster.property("ResourcesVpcConfig");
        Tree isPublic = network.get("EndpointPublicAccess");
        if (isPublic.exists() && !isPublic.isTrue()) {
            return Stream.empty();
        }
        List<String> blocks = network.get("PublicAccessCidrs").texts();
        return (blocks.isEmpty() ? List.of(WORLD) : blocks)
                .stream().map(block -> exposed(cluster, "answer at its public endpoint", Peer.of(block)));
    }

    private static Stream<Exposed> broker(Resource cluster) {
        String access = cluster.property("BrokerNodeGroupInfo.ConnectivityInfo.PublicAccess.Type")
                .text();
        boolean isOpen = !access.isEmpty() && !access.equals("DISABLED");
        boolean isAnonymous =
                cluster.property("ClientAuthentication.Unauthenticated.Enabled").isTrue();
        return Stream.concat(
                when(isOpen, cluster, "have public addresses for its brokers"),
                when(isAnonymous, cluster, "serve clients that do not authenticate"));
    }

    /** A bucket that says nothing is closed where it is made, and opened where what it said is taken away. */
    private static Stream<Exposed> bucket(Resource bucket, Set<String> there) {
        Tree block = bucket.property("PublicAccessBlockConfiguration");
        if (!block.exists() && !there.contains(name(bucket))) {
            return Stream.empty();
        }
        return Stream.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets")
                .filter(flag -> !block.get(flag).isTrue())
                .map(flag -> exposed(bucket, "go without " + flag, Peer.ANYWHERE));
    }
}
