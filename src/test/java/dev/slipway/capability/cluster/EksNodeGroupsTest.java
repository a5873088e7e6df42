package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import dev.slipway.testing.assertion.TreeAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EksNodeGroupsTest {
    private static ResourceAssert group(Synthesis synthesis, String environment, String capacity) {
        return assertThat(synthesis)
                .environment(environment)
                .resources("AWS::EKS::Nodegroup")
                .where("CapacityType", capacity)
                .single();
    }

    private static void hasSize(ResourceAssert group, int least, int most) {
        group.hasProperty("ScalingConfig.MinSize", least).hasProperty("ScalingConfig.MaxSize", most);
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(eksNodeGroups()).render();
        }

        private static StackAssert stack() {
            return assertThat(synthesis).stack("dev/cluster");
        }

        private static ResourceAssert group(String capacity) {
            return EksNodeGroupsTest.group(synthesis, "dev", capacity);
        }

        private static ResourceAssert addon(String name) {
            return stack().resource("AWS::EKS::Addon", name);
        }

        private static ResourceAssert role(String part) {
            return stack().resource("AWS::IAM::Role", "shop.dev.platform." + part);
        }

        @Test
        void hasTheControlPlaneOfEveryCluster() {
            stack().resource("AWS::EKS::Cluster")
                    .hasProperty("Name", "shop-dev")
                    .hasProperty("EncryptionConfig.0.Resources", List.of("secrets"))
                    .hasProperty("ResourcesVpcConfig.EndpointPublicAccess", false)
                    .hasProperty("ComputeConfig.Enabled", false)
                    .hasProperty("BootstrapSelfManagedAddons", false)
                    .property("Logging.ClusterLogging.EnabledTypes")
                    .hasSize(5);
        }

        @Test
        void runsOnGravitonInPrivateSubnets() {
            stack().resources("AWS::EKS::Nodegroup").hasCount(2).each(group -> {
                group.hasProperty("AmiType", "AL2023_ARM_64_STANDARD");
                group.hasProperty("InstanceTypes", List.of("m7g.large", "m6g.large", "m7gd.large", "m6gd.large"));
                group.hasProperty("Subnets.Ref", "ReadShopDevNetworkPrivateSubnetIds");
                group.hasProperty("Version", "1.36");
            });
        }

        @Test
        void growsFurtherInProduction() {
            hasSize(group("ON_DEMAND"), 2, 3);
            hasSize(group("SPOT"), 1, 6);
            hasSize(EksNodeGroupsTest.group(synthesis, "prod", "ON_DEMAND"), 3, 6);
            hasSize(EksNodeGroupsTest.group(synthesis, "prod", "SPOT"), 3, 12);
        }

        @Test
        void prefersSpotForWhatIsNotCritical() {
            group("ON_DEMAND")
                    .property("Taints")
                    .hasItems(Map.of("Effect", "PREFER_NO_SCHEDULE", "Key", "CriticalAddonsOnly", "Value", "true"));
            group("SPOT").doesNotHaveProperty("Taints");
        }

        @Test
        void keepsTheCredentialsOfNodesFromPodsAndTheirDisksEncrypted() {
            stack().resource("AWS::EC2::LaunchTemplate")
                    .hasProperty(
                            "LaunchTemplateData.MetadataOptions",
                            Map.of("HttpPutResponseHopLimit", 1, "HttpTokens", "required"))
                    .hasProperty("LaunchTemplateData.BlockDeviceMappings", ofYaml("""
                            - DeviceName: /dev/xvda
                              Ebs: { DeleteOnTermination: true, Encrypted: true, VolumeSize: 50, VolumeType: gp3 }
                            """));
            group("SPOT").refersTo("LaunchTemplate.Id", "AWS::EC2::LaunchTemplate");
        }

        @Test
        void installsWhatNodesNeedBeforeThemAndTheRestAfter() {
            group("SPOT")
                    .dependsOn("AWS::EKS::Addon", "vpc-cni")
                    .dependsOn("AWS::EKS::Addon", "kube-proxy")
                    .dependsOn("AWS::EKS::Addon", "eks-pod-identity-agent");
            addon("vpc-cni")
                    .dependsOn("AWS::EKS::Addon", "eks-pod-identity-agent")
                    .hasAttribute("DependsOn", List.of("Addonekspodidentityagent"));
            for (String name : List.of("coredns", "aws-ebs-csi-driver", "metrics-server")) {
                addon(name).dependsOn("AWS::EKS::Nodegroup", "NodesSpot");
            }
            stack().hasResources("AWS::EKS::Addon", 6);
        }

        @Test
        void hasNetworkPoliciesEnforced() {
            addon("vpc-cni").property("ConfigurationValues").asJson().is(Map.of("enableNetworkPolicy", "true"));
        }

        @Test
        void keepsNamesAndVolumesGoingOnDemand() {
            Map<String, ?> onDemand = Map.of("nodeSelector", Map.of("eks.amazonaws.com/capacityType", "ON_DEMAND"));

            addon("coredns").property("ConfigurationValues").asJson().is(onDemand);
            addon("aws-ebs-csi-driver").property("ConfigurationValues").asJson().is(Map.of("controller", onDemand));
        }

        @Test
        void givesEachPartARoleOfItsOwn() {
            role("nodes")
                    .hasText("ManagedPolicyArns.0", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy")
                    .hasText("ManagedPolicyArns.1", "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly")
                    .property("ManagedPolicyArns")
                    .hasSize(2);
            addon("vpc-cni")
                    .hasProperty("PodIdentityAssociations.0.ServiceAccount", "aws-node")
                    .refersTo("PodIdentityAssociations.0.RoleArn", "AWS::IAM::Role", "shop.dev.platform.vpc-cni");
            addon("aws-ebs-csi-driver")
                    .hasProperty("PodIdentityAssociations.0.ServiceAccount", "ebs-csi-controller-sa")
                    .refersTo("PodIdentityAssociations.0.RoleArn", "AWS::IAM::Role", "shop.dev.platform.ebs-csi");
            role("ebs-csi")
                    .property("AssumeRolePolicyDocument.Statement.0.Action")
                    .hasItemsInAnyOrder("sts:AssumeRole", "sts:TagSession");
        }

        @Test
        void letsTheAutoscalerChangeTheseGroupsAndNoOthers() {
            TreeAssert statements = role("cluster-autoscaler").property("Policies.0.PolicyDocument.Statement");

            statements.hasSize(3);
            statements.at("0.Action").each(action -> action.asText().matches("\\w+:(Describe|Get)\\w+"));
            statements.at("1.Action").is("eks:DescribeNodegroup");
            statements
                    .at("2.Action")
                    .hasItems("autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup");
            statements
                    .at("2.Condition")
                    .is(Map.of("StringEquals", Map.of("aws:ResourceTag/k8s.io/cluster-autoscaler/shop-dev", "owned")));
            stack().resource("AWS::EKS::PodIdentityAssociation")
                    .hasProperty("Namespace", "kube-system")
                    .hasProperty("ServiceAccount", "cluster-autoscaler");
        }

        @Test
        void makesVolumesByTheDriverThatIsInstalled() {
            assertThat(synthesis)
                    .environment("dev")
                    .doesNotHaveManifest("ConfigMap", "amazon-vpc-cni")
                    .manifest("StorageClass", "gp3")
                    .hasField("provisioner", "ebs.csi.aws.com");
        }

        @Test
        void runsNoFunctionToReachIt() {
            stack().hasNoResources("AWS::Lambda::Function");
        }
    }

    @Test
    void isWhatWasChosen() {
        Synthesis synthesis = Sample.with(eksNodeGroups()
                        .kubernetes("1.35")
                        .instanceTypes("m7i.large", "m6i.large")
                        .onDemand(1, 2)
                        .spot(0, 4)
                        .admin("arn:aws:iam::111122223333:role/Admin"))
                .render();

        assertThat(synthesis)
                .stack("prod/cluster")
                .hasResources("AWS::EKS::AccessEntry", 1)
                .resources("AWS::EKS::Nodegroup")
                .each(group -> group.hasProperty("AmiType", "AL2023_x86_64_STANDARD"));
        hasSize(group(synthesis, "prod", "ON_DEMAND"), 1, 2);
        hasSize(group(synthesis, "prod", "SPOT"), 0, 4);
    }

    @Test
    void resolvesNamesByPodsAndHoldsNoPodToHostsByName() {
        assertThat(eksNodeGroups().necessities())
                .isEqualTo(EksAutoMode.eksAutoMode().necessities());
        assertThat(eksNodeGroups().enforcesHostNames()).isFalse();
        assertThat(eksNodeGroups().makesLoadBalancers()).isFalse();
    }
}
