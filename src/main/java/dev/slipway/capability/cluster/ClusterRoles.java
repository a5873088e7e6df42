package dev.slipway.capability.cluster;

import dev.slipway.plan.Place;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.eks.CfnPodIdentityAssociation;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.iam.SessionTagsPrincipal;

/** Who nodes are on AWS, and who the parts of the cluster are that call AWS for all of them. */
record ClusterRoles(EnvironmentStack stack) {
    private static final String OWNER = "platform";
    private static final String SYSTEM = "kube-system";

    /** Its service account, too: what installs the chart has to give it this name. */
    private static final String AUTOSCALER = "cluster-autoscaler";

    /** Nodes join, read their images, and hand the pod identity agent its tokens; they assign no addresses. */
    Role nodes() {
        return Role.Builder.create(stack, "NodeRole")
                .roleName(stack.stage().names().role(OWNER, "nodes"))
                .description("Nodes of " + stack.stage().names().environmentWide())
                .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                .managedPolicies(
                        List.of(managed("AmazonEKSWorkerNodePolicy"), managed("AmazonEC2ContainerRegistryPullOnly")))
                .build();
    }

    /** Gives pods their addresses. */
    Role podNetwork() {
        return pods("vpc-cni", "Addresses of pods")
                .managedPolicies(List.of(managed("AmazonEKS_CNI_Policy")))
                .build();
    }

    /** Makes and attaches volumes. */
    Role volumes() {
        return pods("ebs-csi", "Volumes of pods")
                .managedPolicies(List.of(managed("service-role/AmazonEBSCSIDriverPolicy")))
                .build();
    }

    /**
     * May change the size of this cluster's node groups and of nothing else, by the tag that EKS puts on each:
     * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md.
     */
    void autoscaler() {
        Place place = stack.stage().place();
        String cluster = place.clusterName();
        PolicyStatement looks = PolicyStatement.Builder.create()
                .actions(List.of(
                        "autoscaling:DescribeAutoScalingGroups",
                        "autoscaling:DescribeAutoScalingInstances",
                        "autoscaling:DescribeLaunchConfigurations",
                        "autoscaling:DescribeScalingActivities",
                        "autoscaling:DescribeTags",
                        "ec2:DescribeImages",
                        "ec2:DescribeInstanceTypes",
                        "ec2:DescribeLaunchTemplateVersions",
                        "ec2:GetInstanceTypesFromInstanceRequirements"))
                .resources(List.of("*"))
                .build();
        PolicyStatement looksAtGroups = PolicyStatement.Builder.create()
                .actions(List.of("eks:DescribeNodegroup"))
                .resources(List.of(place.arn("eks", "nodegroup/%s/*".formatted(cluster))))
                .build();
        PolicyStatement scales = PolicyStatement.Builder.create()
                .actions(List.of("autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"))
                .resources(List.of(place.arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/eks-*")))
                .conditions(
                        Map.of("StringEquals", Map.of("aws:ResourceTag/k8s.io/cluster-autoscaler/" + cluster, "owned")))
                .build();
        Role role = pods(AUTOSCALER, "Cluster Autoscaler")
                .inlinePolicies(Map.of(
                        "node-groups",
                        PolicyDocument.Builder.create()
                                .statements(List.of(looks, looksAtGroups, scales))
                                .build()))
                .build();
        CfnPodIdentityAssociation.Builder.create(stack, "PodIdentity " + AUTOSCALER)
                .clusterName(cluster)
                .namespace(SYSTEM)
                .serviceAccount(AUTOSCALER)
                .roleArn(role.getRoleArn())
                .build();
    }

    private Role.Builder pods(String purpose, String description) {
        return Role.Builder.create(stack, "Role " + purpose)
                .roleName(stack.stage().names().role(OWNER, purpose))
                .description(
                        "%s in %s".formatted(description, stack.stage().names().environmentWide()))
                .assumedBy(new SessionTagsPrincipal(new ServicePrincipal("pods.eks.amazonaws.com")));
    }

    private static IManagedPolicy managed(String name) {
        return ManagedPolicy.fromAwsManagedPolicyName(name);
    }
}
