package dev.slipway.acceptance.deployment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcEndpoint;

/** What EC2 says of the network. */
final class NetworkAnswers {
    private final Aws aws;

    NetworkAnswers(Aws aws) {
        this.aws = aws;
    }

    List<Answer> vpc(String id) {
        Vpc vpc = aws.ec2.describeVpcs(request -> request.vpcIds(id)).vpcs().get(0);
        return List.of(Answer.of("CidrBlock", vpc.cidrBlock()));
    }

    List<Answer> subnet(String id) {
        Subnet subnet = aws.ec2
                .describeSubnets(request -> request.subnetIds(id))
                .subnets()
                .get(0);
        return List.of(
                Answer.of("CidrBlock", subnet.cidrBlock()),
                Answer.of("VpcId", subnet.vpcId()),
                Answer.of("AvailabilityZone", subnet.availabilityZone()),
                Answer.of("MapPublicIpOnLaunch", subnet.mapPublicIpOnLaunch()));
    }

    List<Answer> endpoint(String id) {
        VpcEndpoint endpoint = aws.ec2
                .describeVpcEndpoints(request -> request.vpcEndpointIds(id))
                .vpcEndpoints()
                .get(0);
        return List.of(
                Answer.of("ServiceName", endpoint.serviceName()),
                Answer.of("VpcEndpointType", endpoint.vpcEndpointTypeAsString()),
                Answer.of("VpcId", endpoint.vpcId()),
                Answer.anyOrder("SubnetIds", endpoint.subnetIds()));
    }

    List<Answer> securityGroup(String id) {
        SecurityGroup group = aws.ec2
                .describeSecurityGroups(request -> request.groupIds(id))
                .securityGroups()
                .get(0);
        return List.of(
                Answer.of("GroupDescription", group.description()),
                Answer.of("VpcId", group.vpcId()),
                new Answer("SecurityGroupIngress", rules(group.ipPermissions()), NetworkAnswers::rules),
                new Answer("SecurityGroupEgress", rules(group.ipPermissionsEgress()), NetworkAnswers::rules));
    }

    private static Object rules(List<IpPermission> permissions) {
        return Answer.sorted(permissions.stream()
                .flatMap(permission -> Stream.concat(
                                permission.ipRanges().stream().map(range -> range.cidrIp()),
                                permission.userIdGroupPairs().stream().map(pair -> pair.groupId()))
                        .map(peer -> rule(permission.ipProtocol(), permission.fromPort(), permission.toPort(), peer)))
                .toList());
    }

    private static Object rules(Object inTemplate) {
        return Answer.sorted(((Collection<?>) inTemplate)
                .stream()
                        .map(item -> (Map<?, ?>) item)
                        .map(rule -> rule(
                                rule.get("IpProtocol"),
                                rule.get("FromPort"),
                                rule.get("ToPort"),
                                Stream.of("CidrIp", "SourceSecurityGroupId", "DestinationSecurityGroupId")
                                        .filter(rule::containsKey)
                                        .map(key -> (Object) rule.get(key))
                                        .findFirst()
                                        .orElse("nobody")))
                        .toList());
    }

    /** All protocols have no ports. */
    private static String rule(Object protocol, Object from, Object to, Object peer) {
        return protocol.equals("-1") ? "all " + peer : "%s %s-%s %s".formatted(protocol, from, to, peer);
    }
}
