package dev.slipway.capability.cluster;

import static java.util.Objects.requireNonNull;

import dev.slipway.plan.Names;
import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.Acknowledgement;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.amazon.awscdk.services.eks_v2.AccessPolicy;
import software.amazon.awscdk.services.eks_v2.AccessPolicyNameOptions;
import software.amazon.awscdk.services.eks_v2.AccessScopeType;
import software.amazon.awscdk.services.eks_v2.Cluster;
import software.amazon.awscdk.services.eks_v2.ClusterLoggingTypes;
import software.amazon.awscdk.services.eks_v2.ClusterProps;
import software.amazon.awscdk.services.eks_v2.EndpointAccess;
import software.amazon.awscdk.services.eks_v2.KubernetesVersion;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.IConstruct;

/**
 * The control plane of a cluster and who may reach it, whatever its nodes are. Reads the network; publishes the security
 * group of nodes and pods.
 */
record ClusterStack(EnvironmentStack stack) {
    /** What nothing waits for where CloudFormation does not run kubectl. */
    private static final String KUBECTL_BARRIER = "KubectlReadyBarrier";

    /** https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html. */
    private static final List<String> CONTROL_PLANE = List.of(
            "AmazonEKSBlockStoragePolicy",
            "AmazonEKSClusterPolicy",
            "AmazonEKSComputePolicy",
            "AmazonEKSLoadBalancingPolicy",
            "AmazonEKSNetworkingPolicy");

    private static final String OF_CONTROL_PLANE =
            "EKS asks for exactly these policies, and AWS changes them with the service; only eks.amazonaws.com becomes the role.";
    private static final List<String> NODES =
            List.of("AmazonEC2ContainerRegistryReadOnly", "AmazonEKSWorkerNodePolicy");
    private static final String OF_NODES =
            "Nodes join and read images with it; pods have roles of their own, and do not reach that of their node.";

    /** Whose the control plane and nodes are, and what admits to the control plane. */
    private static final List<String> GROUND = List.of("AWS::EC2::SecurityGroup", "AWS::IAM::Role");

    Cluster add(ControlPlane controlPlane, ClusterProps.Builder nodes) {
        LogGroup logs = logs();
        Cluster cluster = new Cluster(stack, "Cluster", properties(controlPlane, nodes));
        requireNonNull(cluster.getNode().getDefaultChild()).getNode().addDependency(logs);
        cluster.applyRemovalPolicy(stack.dataPolicy());
        stack.keptWithData(cluster, GROUND);
        acknowledge(cluster, "@aws-cdk/aws-eks:clusterMustManuallyTagSubnet", "the network tags its subnets");
        cluster.getNode().tryRemoveChild(KUBECTL_BARRIER);
        CONTROL_PLANE.forEach(policy ->
                Acknowledgement.ofManagedPolicy(policy, OF_CONTROL_PLANE).on(cluster));
        NODES.forEach(
                policy -> Acknowledgement.ofManagedPolicy(policy, OF_NODES).on(cluster));
        controlPlane
                .admins()
                .forEach(admin -> cluster.grantAccess(
                        "Admin " + admin,
                        admin,
                        List.of(AccessPolicy.fromAccessPolicyName(
                                "AmazonEKSClusterAdminPolicy",
                                AccessPolicyNameOptions.builder()
                                        .accessScopeType(AccessScopeType.CLUSTER)
                                        .build()))));
        stack.publish(names().clusterSecurityGroup(), cluster.getClusterSecurityGroupId());
        return cluster;
    }

    private ClusterProps properties(ControlPlane controlPlane, ClusterProps.Builder nodes) {
        return nodes.clusterName(names().environmentWide())
                .version(KubernetesVersion.of(controlPlane.kubernetesVersion()))
                .vpc(vpc())
                .vpcSubnets(List.of(SubnetSelection.builder()
                        .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                        .build()))
                .serviceIpv4Cidr(ClusterNetwork.SERVICES.toString())
                .endpointAccess(access(controlPlane.publicRanges()))
                .secretsEncryptionKey(key())
                .clusterLogging(List.of(ClusterLoggingTypes.values()))
                .bootstrapClusterCreatorAdminPermissions(false)
                .build();
    }

    private Names names() {
        return stack.stage().names();
    }

    private IVpc vpc() {
        List<String> subnets = stack.readList(names().subnetIds(Tier.PRIVATE));
        IVpc vpc = Vpc.fromVpcAttributes(
                stack,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(stack.read(names().vpcId()))
                        .availabilityZones(IntStream.range(0, subnets.size())
                                .mapToObj(zone -> Fn.select(zone, Fn.getAzs()))
                                .toList())
                        .privateSubnetIds(subnets)
                        .build());
        acknowledge(vpc, "@aws-cdk/aws-ec2:noSubnetRouteTableId", "nothing here asks for a route table");
        return vpc;
    }

    private static void acknowledge(IConstruct construct, String warning, String reason) {
        Annotations.of(construct).acknowledgeWarning(warning, reason);
    }

    private static EndpointAccess access(List<String> publicRanges) {
        return publicRanges.isEmpty()
                ? EndpointAccess.PRIVATE
                : EndpointAccess.PUBLIC_AND_PRIVATE.onlyFrom(publicRanges.toArray(String[]::new));
    }

    private Key key() {
        return Key.Builder.create(stack, "Key")
                .alias(names().environmentWide() + "-cluster")
                .description("Secrets in cluster " + names().environmentWide())
                .enableKeyRotation(true)
                .removalPolicy(stack.dataPolicy())
                .build();
    }

    /** EKS writes to a group of this name, and makes one that keeps everything for ever where there is none. */
    private LogGroup logs() {
        return LogGroup.Builder.create(stack, "Logs")
                .logGroupName("/aws/eks/%s/cluster".formatted(names().environmentWide()))
                .retention(stack.stage().isProduction() ? RetentionDays.ONE_YEAR : RetentionDays.ONE_MONTH)
                .removalPolicy(stack.dataPolicy())
                .build();
    }
}
