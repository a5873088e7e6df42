package dev.slipway.verify.aws.question;

import static dev.slipway.verify.aws.question.Field.called;
import static dev.slipway.verify.aws.question.Field.same;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkPojo;

/** What EC2 is asked. */
final class NetworkQuestions {
    private static final String GROUP = "AWS::EC2::SecurityGroup";

    /** Which AWS adds to a group whose template says nothing of egress. */
    private static final Tree ALL = Tree.of(List.of("all to 0.0.0.0/0"));

    private NetworkQuestions() {}

    static List<Question> all() {
        return List.of(
                Question.of(
                        "AWS::EC2::VPC",
                        (aws, id) -> first(aws.ec2()
                                .describeVpcs(request -> request.vpcIds(id))
                                .vpcs()),
                        same("CidrBlock")),
                Question.of(
                        "AWS::EC2::Subnet",
                        (aws, id) -> first(aws.ec2()
                                .describeSubnets(request -> request.subnetIds(id))
                                .subnets()),
                        same("CidrBlock"),
                        same("VpcId"),
                        same("MapPublicIpOnLaunch")),
                Question.of(
                        "AWS::EC2::VPCEndpoint",
                        (aws, id) -> first(aws.ec2()
                                .describeVpcEndpoints(request -> request.vpcEndpointIds(id))
                                .vpcEndpoints()),
                        same("ServiceName"),
                        same("VpcEndpointType"),
                        same("VpcId"),
                        same("SubnetIds").anyOrder()),
                Question.of(
                        "AWS::EC2::FlowLog",
                        (aws, id) -> first(aws.ec2()
                                .describeFlowLogs(request -> request.flowLogIds(id))
                                .flowLogs()),
                        same("TrafficType"),
                        same("ResourceId")),
                Question.of(
                                GROUP,
                                (aws, id) -> first(aws.ec2()
                                        .describeSecurityGroups(request -> request.groupIds(id))
                                        .securityGroups()),
                                called("GroupDescription", "Description"),
                                same("VpcId"),
                                called("SecurityGroupIngress", "IpPermissions")
                                        .declaredAs((group, stack) ->
                                                rules(group, stack, "SecurityGroupIngress", Tree.of(List.of())))
                                        .formed(tree -> rules(tree, " from ")),
                                called("SecurityGroupEgress", "IpPermissionsEgress")
                                        .declaredAs((group, stack) -> rules(group, stack, "SecurityGroupEgress", ALL))
                                        .formed(tree -> rules(tree, " to ")))
                        .attribute("GroupId", ""));
    }

    /** Those that stand in the group, and those of resources that add to it. */
    private static Tree rules(Tree group, Siblings stack, String property, Tree otherwise) {
        List<Tree> rules = new ArrayList<>(group.get(property).items());
        stack.properties("AWS::EC2::" + property)
                .filter(rule -> rule.get("GroupId").text().equals(stack.id()))
                .forEach(rules::add);
        return rules.isEmpty() && !group.get(property).exists() ? otherwise : Tree.of(rules);
    }

    /** {@code tcp 5432 from sg-1}, of both ways in which a rule is written, one for each peer. */
    private static Tree rules(Tree rules, String way) {
        return Forms.sorted(Tree.of(
                rules.items().stream().flatMap(rule -> sentences(rule, way)).toList()));
    }

    private static Stream<String> sentences(Tree rule, String way) {
        if (rule.fields().isEmpty()) {
            return Stream.of(rule.text());
        }
        String protocol = rule.get("IpProtocol").text();
        String ports = protocol.equals("-1") ? "all" : protocol + " " + ports(rule);
        return Stream.of(
                        rule.get("CidrIp").texts(),
                        rule.get("CidrIpv6").texts(),
                        rule.get("SourceSecurityGroupId").texts(),
                        rule.get("DestinationSecurityGroupId").texts(),
                        rule.get("SourcePrefixListId").texts(),
                        rule.get("DestinationPrefixListId").texts(),
                        Answers.at(rule, "IpRanges[].CidrIp").texts(),
                        Answers.at(rule, "Ipv6Ranges[].CidrIpv6").texts(),
                        Answers.at(rule, "UserIdGroupPairs[].GroupId").texts(),
                        Answers.at(rule, "PrefixListIds[].PrefixListId").texts())
                .flatMap(List::stream)
                .map(peer -> ports + way + peer);
    }

    private static String ports(Tree rule) {
        String from = rule.get("FromPort").text();
        String to = rule.get("ToPort").text();
        return from.equals(to) ? from : from + "-" + to;
    }

    static Tree first(List<? extends SdkPojo> found) {
        return found.isEmpty() ? Tree.NOTHING : Answers.of(found.get(0));
    }
}
