package dev.slipway.review.practice;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Clusters of EKS and their nodes: https://docs.aws.amazon.com/eks/latest/best-practices/security.html, CIS Amazon EKS 2, 4 and 5. */
public final class Clusters {
    private static final Demand CLUSTER = Demand.of("AWS::EKS::Cluster");
    private static final Demand TEMPLATE = Demand.of("AWS::EC2::LaunchTemplate");
    private static final List<String> LOGS = List.of("api", "audit", "authenticator");
    private static final List<String> WORLD = List.of("0.0.0.0/0", "::/0");

    private Clusters() {}

    /** CIS Amazon EKS 5.4.1 and 5.4.2. */
    public static Stream<Finding> open(Synthesis synthesis) {
        return Stream.concat(
                CLUSTER.where(cluster -> !cluster.property("ResourcesVpcConfig.EndpointPublicAccess")
                                .text()
                                .equals("false"))
                        .at(
                                synthesis,
                                "ResourcesVpcConfig.PublicAccessCidrs",
                                "name who may call the API from outside, or EndpointPublicAccess be false",
                                cidrs -> !cidrs.items().isEmpty()
                                        && cidrs.texts().stream().noneMatch(WORLD::contains)),
                CLUSTER.at(
                        synthesis,
                        "ResourcesVpcConfig.EndpointPrivateAccess",
                        "be true, or nodes leave the VPC to call the API",
                        Tree::isTrue));
    }

    /** CIS Amazon EKS 5.3.1. */
    public static Stream<Finding> unencrypted(Synthesis synthesis) {
        return CLUSTER.at(
                synthesis, "EncryptionConfig", "encrypt secrets with a key", configs -> configs.items().stream()
                        .anyMatch(config -> config.get("Resources").texts().contains("secrets")
                                && config.at("Provider.KeyArn").exists()));
    }

    /** CIS Amazon EKS 2.1.1. */
    public static Stream<Finding> silent(Synthesis synthesis) {
        return CLUSTER.at(
                synthesis,
                "Logging.ClusterLogging.EnabledTypes",
                "hold %s".formatted(String.join(", ", LOGS)),
                types -> types.items().stream()
                        .map(type -> type.get("Type").text())
                        .toList()
                        .containsAll(LOGS));
    }

    /** Who made the cluster, and who edits a ConfigMap, must not be its administrator unseen. */
    public static Stream<Finding> unattributed(Synthesis synthesis) {
        return Stream.concat(
                CLUSTER.at(synthesis, "AccessConfig.AuthenticationMode", "be API", Demand.isOneOf("API")),
                CLUSTER.at(
                        synthesis,
                        "AccessConfig.BootstrapClusterCreatorAdminPermissions",
                        "be false",
                        value -> value.text().equals("false")));
    }

    /** EKS takes the three together or not at all. */
    public static Stream<Finding> half(Synthesis synthesis) {
        List<String> switches = List.of(
                "ComputeConfig.Enabled",
                "KubernetesNetworkConfig.ElasticLoadBalancing.Enabled",
                "StorageConfig.BlockStorage.Enabled");
        Demand auto = CLUSTER.where(cluster ->
                switches.stream().anyMatch(one -> cluster.property(one).isTrue()));
        return Stream.concat(
                switches.stream()
                        .flatMap(one -> auto.at(
                                synthesis, one, "be true, as the other switches of Auto Mode are", Tree::isTrue)),
                auto.where(cluster -> !cluster.property("ComputeConfig.NodePools")
                                .items()
                                .isEmpty())
                        .at(
                                synthesis,
                                "ComputeConfig.NodeRoleArn",
                                "be set: its node pools need a role",
                                Tree::exists));
    }

    /** A pod that reaches the metadata of its node has the role of the node: the way of the breach of 2019. */
    public static Stream<Finding> exposedNodes(Synthesis synthesis) {
        return Stream.of(
                        TEMPLATE.at(
                                synthesis,
                                "LaunchTemplateData.MetadataOptions.HttpTokens",
                                "be required",
                                Demand.isOneOf("required")),
                        TEMPLATE.at(
                                synthesis,
                                "LaunchTemplateData.MetadataOptions.HttpPutResponseHopLimit",
                                "be 1, so that no pod gets there",
                                Demand.isOneOf("1")),
                        TEMPLATE.at(
                                synthesis,
                                "LaunchTemplateData.BlockDeviceMappings",
                                "encrypt each volume",
                                mappings -> mappings.items().stream().allMatch(mapping -> mapping.at("Ebs.Encrypted")
                                        .isTrue())),
                        Demand.of("AWS::EKS::Nodegroup")
                                .at(
                                        synthesis,
                                        "RemoteAccess",
                                        "be absent: nodes need no SSH",
                                        value -> !value.exists()))
                .flatMap(findings -> findings);
    }
}
