package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What there can be only one of: a name, a route, an address range; and the entries of a list. */
final class Duplicates {
    /** Types that AWS tells apart by something else than one name. */
    private static final Map<String, List<String>> KEYS = new TreeMap<>(Map.ofEntries(
            Map.entry("AWS::ApplicationAutoScaling::ScalableTarget", List.of("ResourceId", "ScalableDimension")),
            Map.entry("AWS::ApplicationAutoScaling::ScalingPolicy", List.of("ScalingTargetId", "PolicyName")),
            Map.entry("AWS::EC2::FlowLog", List.of("ResourceId", "TrafficType", "LogGroupName")),
            Map.entry("AWS::EC2::NatGateway", List.of("AllocationId")),
            Map.entry("AWS::EC2::Route", List.of("RouteTableId", "DestinationCidrBlock", "DestinationIpv6CidrBlock")),
            Map.entry(
                    "AWS::EC2::SecurityGroupIngress",
                    List.of("GroupId", "IpProtocol", "FromPort", "ToPort", "CidrIp", "SourceSecurityGroupId")),
            Map.entry("AWS::EC2::Subnet", List.of("VpcId", "CidrBlock")),
            Map.entry("AWS::EC2::SubnetRouteTableAssociation", List.of("SubnetId")),
            Map.entry("AWS::EC2::VPCEndpoint", List.of("VpcId", "ServiceName")),
            Map.entry("AWS::EC2::VPCGatewayAttachment", List.of("VpcId")),
            Map.entry("AWS::EKS::Addon", List.of("ClusterName", "AddonName")),
            Map.entry("AWS::EKS::Nodegroup", List.of("ClusterName", "NodegroupName", "CapacityType", "InstanceTypes")),
            Map.entry("AWS::EKS::PodIdentityAssociation", List.of("ClusterName", "Namespace", "ServiceAccount")),
            Map.entry("AWS::IAM::OIDCProvider", List.of("Url")),
            Map.entry("AWS::IAM::Policy", List.of("PolicyName")),
            Map.entry("AWS::KMS::Alias", List.of("AliasName")),
            Map.entry("AWS::MSK::Topic", List.of("ClusterArn", "TopicName")),
            Map.entry("AWS::S3::BucketPolicy", List.of("Bucket"))));

    /** Types whose entries of lists count by their place. */
    private static final Set<String> IN_ORDER = Set.of("AWS::Lambda::Function");

    private Duplicates() {}

    /** Two resources of one stage that AWS would take for the same. */
    static Collection<Finding> findings(Collection<Template> stage) {
        Map<String, Resource> seen = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        stage.stream().flatMap(template -> template.resources().stream()).forEach(resource -> key(resource)
                .ifPresent(key -> {
                    Resource other = seen.putIfAbsent(key, resource);
                    if (other != null) {
                        findings.add(Finding.about(
                                        resource,
                                        "Properties." + properties(resource).get(0),
                                        "must be of its own: %s has the same.".formatted(other))
                                .by("template/duplicate"));
                    }
                }));
        return findings;
    }

    private static List<String> properties(Resource resource) {
        List<String> listed = KEYS.getOrDefault(resource.type(), List.of());
        return listed.isEmpty()
                ? Specification.load().type(resource.type()).flatMap(ResourceType::nameProperty).stream()
                        .toList()
                : listed;
    }

    private static Optional<String> key(Resource resource) {
        List<String> properties = properties(resource);
        List<Tree> values = properties.stream().map(resource::property).toList();
        if (values.stream().noneMatch(Tree::exists)) {
            return Optional.empty();
        }
        // what refers to the own template is another thing in each
        boolean isLocal = values.stream().anyMatch(Tree::isObject);
        return Optional.of("%s %s %s"
                .formatted(resource.type(), isLocal ? resource.template().path() : "", values));
    }

    /** Entries that stand twice in a list of a resource, and tags, policies and variables with one name. */
    static Collection<Finding> entries(Resource resource) {
        List<Finding> findings = new ArrayList<>();
        if (!IN_ORDER.contains(resource.type()) && !resource.type().startsWith("Custom::")) {
            search(resource, "Properties", resource.tree().get("Properties"), findings);
        }
        return findings;
    }

    private static void search(Resource resource, String path, Tree value, List<Finding> findings) {
        value.fields().forEach((key, below) -> {
            // lists of arguments of functions may repeat
            if (!key.startsWith("Fn::")) {
                search(resource, path + "." + key, below, findings);
            }
        });
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < value.items().size(); i++) {
            Tree item = value.items().get(i);
            Object key = name(item).<Object>map(name -> name).orElse(item);
            if (!seen.add(key)) {
                findings.add(Finding.about(
                                resource,
                                path + "." + i,
                                "(%s) must stand once.".formatted(key instanceof Tree ? item : key))
                        .by("template/duplicate"));
            }
            search(resource, path + "." + i, item, findings);
        }
    }

    private static Optional<String> name(Tree item) {
        return Stream.of("Key", "PolicyName", "Sid", "Id")
                .map(field -> item.get(field).text())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
