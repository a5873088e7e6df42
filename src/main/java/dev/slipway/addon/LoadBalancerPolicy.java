package dev.slipway.addon;

import dev.slipway.plan.Place;
import dev.slipway.render.aws.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What AWS Load Balancer Controller may do: what its own policy names, less what Slipway turns off (classic WAF, Shield,
 * Cognito, certificates of IAM). Where that policy asks for the tag of any cluster this one asks for this cluster's, and
 * what has no tag is at least of this account and region:
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v3.5.0/docs/install/iam_policy.json.
 */
record LoadBalancerPolicy(Place place) {
    /** The controller puts it on all that it makes, with the name of the cluster. */
    private static final String OWNED = "elbv2.k8s.aws/cluster";

    private static final List<String> EVERYTHING = List.of("*");

    /** Calls that AWS cannot limit to resources. */
    private static final List<String> LOOKS = List.of(
            "acm:DescribeCertificate",
            "acm:ListCertificates",
            "ec2:DescribeAccountAttributes",
            "ec2:DescribeAddresses",
            "ec2:DescribeAvailabilityZones",
            "ec2:DescribeInstances",
            "ec2:DescribeInternetGateways",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeRouteTables",
            "ec2:DescribeSecurityGroups",
            "ec2:DescribeSubnets",
            "ec2:DescribeTags",
            "ec2:DescribeVpcPeeringConnections",
            "ec2:DescribeVpcs",
            "ec2:GetSecurityGroupsForVpc",
            "elasticloadbalancing:DescribeCapacityReservation",
            "elasticloadbalancing:DescribeListenerAttributes",
            "elasticloadbalancing:DescribeListenerCertificates",
            "elasticloadbalancing:DescribeListeners",
            "elasticloadbalancing:DescribeLoadBalancerAttributes",
            "elasticloadbalancing:DescribeLoadBalancers",
            "elasticloadbalancing:DescribeRules",
            "elasticloadbalancing:DescribeSSLPolicies",
            "elasticloadbalancing:DescribeTags",
            "elasticloadbalancing:DescribeTargetGroupAttributes",
            "elasticloadbalancing:DescribeTargetGroups",
            "elasticloadbalancing:DescribeTargetHealth",
            "elasticloadbalancing:DescribeTrustStores",
            "wafv2:GetWebACLForResource",
            "wafv2:ListWebACLs");

    List<Statement> statements() {
        return Stream.of(general(), securityGroups(), balancers(), listeners())
                .flatMap(List::stream)
                .toList();
    }

    private List<Statement> general() {
        return List.of(
                Statement.allow(List.of("iam:CreateServiceLinkedRole"), EVERYTHING)
                        .on("StringEquals", "iam:AWSServiceName", List.of("elasticloadbalancing.amazonaws.com")),
                Statement.allow(LOOKS, EVERYTHING),
                Statement.allow(
                        List.of("wafv2:AssociateWebACL", "wafv2:DisassociateWebACL", "wafv2:GetWebACL"),
                        List.of(
                                place.arn("elasticloadbalancing", "loadbalancer/app/*"),
                                place.arn("wafv2", "regional/webacl/*"))));
    }

    private List<Statement> securityGroups() {
        List<String> groups = List.of(place.arn("ec2", "security-group/*"));
        List<String> rules = List.of("ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress");
        return List.of(
                // the group of nodes and pods, which EKS tags so: it admits the load balancer
                Statement.allow(rules, groups)
                        .on(
                                "StringEquals",
                                "aws:ResourceTag/kubernetes.io/cluster/" + place.clusterName(),
                                List.of("owned")),
                Statement.allow(List.of("ec2:CreateSecurityGroup"), List.of(place.arn("ec2", "vpc/*"))),
                when(Statement.allow(List.of("ec2:CreateSecurityGroup"), groups), requested()),
                when(
                        Statement.allow(List.of("ec2:CreateTags"), groups),
                        requested("ec2:CreateAction", "CreateSecurityGroup")),
                when(Statement.allow(List.of("ec2:CreateTags", "ec2:DeleteTags"), groups), keepingTag()),
                when(
                        Statement.allow(
                                Stream.concat(rules.stream(), Stream.of("ec2:DeleteSecurityGroup"))
                                        .toList(),
                                groups),
                        owned()));
    }

    private List<Statement> balancers() {
        List<String> resources = Stream.of("loadbalancer/app/*", "loadbalancer/net/*", "targetgroup/*")
                .map(resource -> place.arn("elasticloadbalancing", resource))
                .toList();
        return List.of(
                when(
                        Statement.allow(
                                List.of(
                                        "elasticloadbalancing:CreateLoadBalancer",
                                        "elasticloadbalancing:CreateTargetGroup"),
                                resources),
                        requested()),
                when(
                        Statement.allow(List.of("elasticloadbalancing:AddTags"), resources),
                        requested("elasticloadbalancing:CreateAction", "CreateLoadBalancer", "CreateTargetGroup")),
                when(
                        Statement.allow(
                                List.of("elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"), resources),
                        keepingTag()),
                when(
                        Statement.allow(
                                List.of(
                                        "elasticloadbalancing:DeleteLoadBalancer",
                                        "elasticloadbalancing:DeleteTargetGroup",
                                        "elasticloadbalancing:ModifyCapacityReservation",
                                        "elasticloadbalancing:ModifyIpPools",
                                        "elasticloadbalancing:ModifyLoadBalancerAttributes",
                                        "elasticloadbalancing:ModifyTargetGroup",
                                        "elasticloadbalancing:ModifyTargetGroupAttributes",
                                        "elasticloadbalancing:SetIpAddressType",
                                        "elasticloadbalancing:SetSecurityGroups",
                                        "elasticloadbalancing:SetSubnets"),
                                resources),
                        owned()),
                Statement.allow(
                        List.of("elasticloadbalancing:DeregisterTargets", "elasticloadbalancing:RegisterTargets"),
                        List.of(place.arn("elasticloadbalancing", "targetgroup/*"))));
    }

    private List<Statement> listeners() {
        return List.of(
                Statement.allow(
                        List.of(
                                "elasticloadbalancing:AddListenerCertificates",
                                "elasticloadbalancing:AddTags",
                                "elasticloadbalancing:CreateListener",
                                "elasticloadbalancing:CreateRule",
                                "elasticloadbalancing:DeleteListener",
                                "elasticloadbalancing:DeleteRule",
                                "elasticloadbalancing:ModifyListener",
                                "elasticloadbalancing:ModifyListenerAttributes",
                                "elasticloadbalancing:ModifyRule",
                                "elasticloadbalancing:RemoveListenerCertificates",
                                "elasticloadbalancing:RemoveTags",
                                "elasticloadbalancing:SetRulePriorities"),
                        Stream.of("listener/app/*", "listener/net/*", "listener-rule/app/*", "listener-rule/net/*")
                                .map(resource -> place.arn("elasticloadbalancing", resource))
                                .toList()),
                Statement.allow(
                        List.of("elasticloadbalancing:CreateListener", "elasticloadbalancing:SetWebAcl"),
                        Stream.of("loadbalancer/app/*", "loadbalancer/net/*")
                                .map(resource -> place.arn("elasticloadbalancing", resource))
                                .toList()));
    }

    /** What is asked for carries the tag of this cluster. */
    private Map<String, Object> requested() {
        return Map.of("StringEquals", Map.of("aws:RequestTag/" + OWNED, place.clusterName()));
    }

    private Map<String, Object> requested(String key, String... actions) {
        Map<String, Object> equal = new LinkedHashMap<>();
        equal.put(key, List.of(actions));
        equal.put("aws:RequestTag/" + OWNED, place.clusterName());
        return Map.of("StringEquals", equal);
    }

    /** What is changed carries the tag of this cluster. */
    private Map<String, Object> owned() {
        return Map.of("StringEquals", Map.of("aws:ResourceTag/" + OWNED, place.clusterName()));
    }

    /** What is changed is this cluster's, and its tag is left alone. */
    private Map<String, Object> keepingTag() {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("Null", Map.of("aws:RequestTag/" + OWNED, "true"));
        conditions.putAll(owned());
        return conditions;
    }

    private static Statement when(Statement statement, Map<String, Object> conditions) {
        Map<String, Object> fields = new LinkedHashMap<>(statement.fields());
        fields.put("Condition", conditions);
        return new Statement(fields);
    }
}
