package dev.slipway.review.network;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.template.References;
import java.util.List;
import java.util.stream.Stream;

/**
 * What security groups let the pods of an environment in to. Pods are in the group that EKS makes with the cluster, in those of the
 * launch templates of its nodes, and at the addresses of its subnets:
 * https://docs.aws.amazon.com/eks/latest/userguide/sec-group-reqs.html.
 */
final class SecurityGroups {
    private static final String CLUSTER = "AWS::EKS::Cluster";
    private static final List<String> NODES = List.of("AWS::EC2::LaunchTemplate", "AWS::EC2::Instance");
    private static final List<String> ALL = List.of("-1", "all");
    private static final List<String> TCP = List.of("tcp", "6");

    private final References references;
    private final List<Resource> clusters;
    private final List<Resource> ofNodes;
    private final List<Resource> rules;
    private final List<Cidr> blocks;

    SecurityGroups(Synthesis synthesis, String environment) {
        this.references = References.of(synthesis);
        this.clusters = synthesis.resources(environment, CLUSTER);
        this.ofNodes = NODES.stream()
                .flatMap(type -> synthesis.resources(environment, type).stream())
                .flatMap(node -> groups(node, node.tree().get("Properties")))
                .toList();
        this.rules = synthesis.resources(environment, "AWS::EC2::SecurityGroupIngress");
        this.blocks = clusters.stream()
                .flatMap(cluster ->
                        references
                                .resources(cluster.template(), cluster.property("ResourcesVpcConfig.SubnetIds"))
                                .stream())
                .flatMap(subnet -> Cidr.of(subnet.property("CidrBlock").text()).stream())
                .toList();
    }

    private Stream<Resource> groups(Resource node, Tree tree) {
        return tree.all()
                .flatMap(below -> below.fields().entrySet().stream())
                .filter(field -> field.getKey().startsWith("SecurityGroup"))
                .flatMap(field -> references.resources(node.template(), field.getValue()).stream());
    }

    /** What keeps pods from a port of a resource; nothing where one of its groups admits them. */
    Stream<String> obstacles(Guarded target, long port) {
        if (target.groups().isEmpty()) {
            return Stream.of("%s has no security group that is made here".formatted(target));
        }
        return target.groups().stream().anyMatch(group -> admits(group, port))
                ? Stream.empty()
                : target.groups().stream()
                        .map(group ->
                                "no ingress rule of security group %s in %s admits the pods of the cluster on port %s"
                                        .formatted(
                                                group.name(), group.template().path(), port));
    }

    private boolean admits(Resource group, long port) {
        Stream<Boolean> own =
                group.property("SecurityGroupIngress").items().stream().map(rule -> isOpen(group, rule, port));
        Stream<Boolean> beside = rules.stream()
                .filter(rule -> references
                        .resources(rule.template(), rule.property("GroupId"))
                        .contains(group))
                .map(rule -> isOpen(rule, rule.tree().get("Properties"), port));
        return Stream.concat(own, beside).anyMatch(Boolean::booleanValue);
    }

    private boolean isOpen(Resource of, Tree rule, long port) {
        String protocol = rule.get("IpProtocol").text();
        long first = rule.get("FromPort").number().orElse(0L);
        long last = rule.get("ToPort").number().orElse(Long.MAX_VALUE);
        boolean isPort = ALL.contains(protocol) || (TCP.contains(protocol) && first <= port && port <= last);
        return isPort && isFromPods(of, rule);
    }

    private boolean isFromPods(Resource of, Tree rule) {
        Tree source = rule.get("SourceSecurityGroupId");
        if (source.exists()) {
            List<Resource> from = references.resources(of.template(), source);
            // A group that is not made here is that of a cluster which is not made here either
            return from.isEmpty()
                    ? clusters.isEmpty()
                    : from.stream().anyMatch(group -> clusters.contains(group) || ofNodes.contains(group));
        }
        return Cidr.of(rule.get("CidrIp").text())
                .filter(block -> blocks.stream().allMatch(block::contains))
                .isPresent();
    }
}
