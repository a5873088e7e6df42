package dev.slipway.capability.cluster;

import dev.slipway.plan.binding.Tier;
import dev.slipway.render.aws.EnvironmentStack;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;
import software.amazon.awscdk.services.eks.CfnAddon;
import software.amazon.awscdk.services.eks.CfnNodegroup;
import software.amazon.awscdk.services.eks_v2.Cluster;
import software.amazon.awscdk.services.eks_v2.ClusterProps;
import software.amazon.awscdk.services.eks_v2.DefaultCapacityType;
import software.amazon.awscdk.services.iam.Role;

/** What a cluster with managed node groups consists of beside its control plane, in the order in which it can start. */
final class NodeGroupStack {
    /** For images and their layers, with the scratch space of pods. */
    private static final int DISK_GIBIBYTES = 50;

    /** The root device of Amazon Linux 2023. */
    private static final String DISK = "/dev/xvda";

    /** How much of a group is replaced at once when its nodes are updated. */
    private static final int UNAVAILABLE_PERCENT = 33;

    /** What keeps the cluster going runs where AWS takes no node back. EKS labels each node so. */
    private static final String ON_DEMAND = "{\"eks.amazonaws.com/capacityType\":\"ON_DEMAND\"}";

    private final EnvironmentStack stack;
    private final Cluster cluster;
    private final ClusterRoles roles;

    private NodeGroupStack(EnvironmentStack stack, Cluster cluster) {
        this.stack = stack;
        this.cluster = cluster;
        this.roles = new ClusterRoles(stack);
    }

    static void add(EnvironmentStack stack, ControlPlane controlPlane, EksNodeGroups choice) {
        Cluster cluster = new ClusterStack(stack)
                .add(
                        controlPlane,
                        ClusterProps.builder()
                                .defaultCapacityType(DefaultCapacityType.NODEGROUP)
                                .defaultCapacity(0)
                                .bootstrapSelfManagedAddons(false));
        new NodeGroupStack(stack, cluster).add(choice);
    }

    private void add(EksNodeGroups choice) {
        CfnAddon identities = addon("eks-pod-identity-agent", Optional.empty(), List.of());
        List<CfnAddon> beforeNodes = List.of(
                identities,
                addon(
                        "vpc-cni",
                        Optional.of("{\"enableNetworkPolicy\":\"true\"}"),
                        identity("aws-node", roles.podNetwork())),
                addon("kube-proxy", Optional.empty(), List.of()));
        beforeNodes.stream().filter(addon -> addon != identities).forEach(addon -> after(addon, List.of(identities)));
        CfnLaunchTemplate template = template();
        Role role = roles.nodes();
        boolean isProduction = stack.stage().isProduction();
        List<CfnNodegroup> groups = Stream.of(
                        group("OnDemand", "ON_DEMAND", choice.onDemandSize(isProduction), choice, template, role),
                        group("Spot", "SPOT", choice.spotSize(isProduction), choice, template, role))
                .toList();
        groups.forEach(group -> after(group, beforeNodes));
        Stream.of(
                        addon("coredns", Optional.of("{\"nodeSelector\":%s}".formatted(ON_DEMAND)), List.of()),
                        addon(
                                "aws-ebs-csi-driver",
                                Optional.of("{\"controller\":{\"nodeSelector\":%s}}".formatted(ON_DEMAND)),
                                identity("ebs-csi-controller-sa", roles.volumes())),
                        addon("metrics-server", Optional.empty(), List.of()))
                .forEach(addon -> after(addon, groups));
        roles.autoscaler();
    }

    private static void after(CfnResource later, List<? extends CfnResource> earlier) {
        later.getNode().addDependency(earlier.toArray(CfnResource[]::new));
    }

    /** Of the version that EKS has as the default for the cluster's Kubernetes version. */
    private CfnAddon addon(
            String name, Optional<String> configuration, List<CfnAddon.PodIdentityAssociationProperty> identities) {
        CfnAddon.Builder addon = CfnAddon.Builder.create(stack, "Addon " + name)
                .clusterName(cluster.getClusterName())
                .addonName(name)
                .resolveConflicts("OVERWRITE");
        configuration.ifPresent(addon::configurationValues);
        if (!identities.isEmpty()) {
            addon.podIdentityAssociations(identities);
        }
        return addon.build();
    }

    private static List<CfnAddon.PodIdentityAssociationProperty> identity(String serviceAccount, Role role) {
        return List.of(CfnAddon.PodIdentityAssociationProperty.builder()
                .serviceAccount(serviceAccount)
                .roleArn(role.getRoleArn())
                .build());
    }

    /** Without a name of ours: most changes replace a group, and the new one must stand before the old one goes. */
    private CfnNodegroup group(
            String id,
            String capacityType,
            EksNodeGroups.Size size,
            EksNodeGroups choice,
            CfnLaunchTemplate template,
            Role role) {
        CfnNodegroup.Builder group = CfnNodegroup.Builder.create(stack, "Nodes " + id)
                .clusterName(cluster.getClusterName())
                .version(choice.kubernetesVersion())
                .nodeRole(role.getRoleArn())
                .subnets(stack.readWhole(stack.stage().names().subnetIds(Tier.PRIVATE)))
                .amiType(choice.isArm64() ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD")
                .capacityType(capacityType)
                .instanceTypes(choice.instanceTypes())
                .scalingConfig(CfnNodegroup.ScalingConfigProperty.builder()
                        .minSize(size.min())
                        .desiredSize(size.min())
                        .maxSize(size.max())
                        .build())
                .updateConfig(CfnNodegroup.UpdateConfigProperty.builder()
                        .maxUnavailablePercentage(UNAVAILABLE_PERCENT)
                        .build())
                .nodeRepairConfig(CfnNodegroup.NodeRepairConfigProperty.builder()
                        .enabled(true)
                        .build())
                .launchTemplate(CfnNodegroup.LaunchTemplateSpecificationProperty.builder()
                        .id(template.getRef())
                        .version(template.getAttrLatestVersionNumber())
                        .build());
        if (capacityType.equals("ON_DEMAND")) {
            group.taints(List.of(leftToTheCritical()));
        }
        return group.build();
    }

    /** Others go to Spot as long as there is room, and come here when there is none. */
    private static CfnNodegroup.TaintProperty leftToTheCritical() {
        return CfnNodegroup.TaintProperty.builder()
                .key("CriticalAddonsOnly")
                .value("true")
                .effect("PREFER_NO_SCHEDULE")
                .build();
    }

    /** Pods cannot become their node: its credentials are one hop away, and they are two. */
    private CfnLaunchTemplate template() {
        return CfnLaunchTemplate.Builder.create(stack, "LaunchTemplate")
                .launchTemplateData(CfnLaunchTemplate.LaunchTemplateDataProperty.builder()
                        .metadataOptions(CfnLaunchTemplate.MetadataOptionsProperty.builder()
                                .httpTokens("required")
                                .httpPutResponseHopLimit(1)
                                .build())
                        .blockDeviceMappings(List.of(CfnLaunchTemplate.BlockDeviceMappingProperty.builder()
                                .deviceName(DISK)
                                .ebs(CfnLaunchTemplate.EbsProperty.builder()
                                        .volumeType("gp3")
                                        .volumeSize(DISK_GIBIBYTES)
                                        .encrypted(true)
                                        .deleteOnTermination(true)
                                        .build())
                                .build()))
                        .tagSpecifications(
                                Stream.of("instance", "volume").map(this::named).toList())
                        .build())
                .build();
    }

    private CfnLaunchTemplate.TagSpecificationProperty named(String resource) {
        return CfnLaunchTemplate.TagSpecificationProperty.builder()
                .resourceType(resource)
                .tags(List.of(CfnTag.builder()
                        .key("Name")
                        .value(stack.stage().names().environmentWide() + "-node")
                        .build()))
                .build();
    }
}
