package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EksNodeGroupsTest {
    private static Resource group(Template template, String capacity) {
        return template.resources("AWS::EKS::Nodegroup").stream()
                .filter(group -> group.property("CapacityType").text().equals(capacity))
                .findFirst()
                .orElseThrow();
    }

    private static Resource addon(Template template, String name) {
        return template.resources("AWS::EKS::Addon").stream()
                .filter(addon -> addon.property("AddonName").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Resource role(Template template, String name) {
        return template.resources("AWS::IAM::Role").stream()
                .filter(role -> role.property("RoleName").text().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String size(Resource group) {
        return "%s to %s"
                .formatted(
                        group.property("ScalingConfig.MinSize").number().orElseThrow(),
                        group.property("ScalingConfig.MaxSize").number().orElseThrow());
    }

    @Nested
    class Rendered {
        private static Synthesis synthesis;
        private static Template template;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(eksNodeGroups()).render();
            template = synthesis.template("dev/cluster");
        }

        @Test
        void hasTheControlPlaneOfEveryCluster() {
            Resource cluster = template.resources("AWS::EKS::Cluster").get(0);

            assertThat(cluster.property("Name").text()).isEqualTo("shop-dev");
            assertThat(cluster.property("Logging.ClusterLogging.EnabledTypes").items())
                    .hasSize(5);
            assertThat(cluster.property("EncryptionConfig").toString()).contains("secrets");
            assertThat(cluster.property("ResourcesVpcConfig.EndpointPublicAccess")
                            .text())
                    .isEqualTo("false");
            assertThat(cluster.property("ComputeConfig.Enabled").text()).isEqualTo("false");
            assertThat(cluster.property("BootstrapSelfManagedAddons").text()).isEqualTo("false");
        }

        @Test
        void runsOnGravitonInPrivateSubnets() {
            assertThat(template.resources("AWS::EKS::Nodegroup")).hasSize(2).allSatisfy(group -> {
                assertThat(group.property("AmiType").text()).isEqualTo("AL2023_ARM_64_STANDARD");
                assertThat(group.property("InstanceTypes").texts())
                        .containsExactly("m7g.large", "m6g.large", "m7gd.large", "m6gd.large");
                assertThat(group.property("Subnets.Ref").text()).isEqualTo("ReadShopDevNetworkPrivateSubnetIds");
                assertThat(group.property("Version").text()).isEqualTo("1.36");
            });
        }

        @Test
        void growsFurtherInProduction() {
            Template production = synthesis.template("prod/cluster");

            assertThat(size(group(template, "ON_DEMAND"))).isEqualTo("2 to 3");
            assertThat(size(group(template, "SPOT"))).isEqualTo("1 to 6");
            assertThat(size(group(production, "ON_DEMAND"))).isEqualTo("3 to 6");
            assertThat(size(group(production, "SPOT"))).isEqualTo("3 to 12");
        }

        @Test
        void prefersSpotForWhatIsNotCritical() {
            assertThat(group(template, "ON_DEMAND").property("Taints"))
                    .hasToString(
                            "[{\"Effect\":\"PREFER_NO_SCHEDULE\",\"Key\":\"CriticalAddonsOnly\",\"Value\":\"true\"}]");
            assertThat(group(template, "SPOT").property("Taints").items()).isEmpty();
        }

        @Test
        void keepsTheCredentialsOfNodesFromPodsAndTheirDisksEncrypted() {
            Resource launch = template.resources("AWS::EC2::LaunchTemplate").get(0);

            assertThat(launch.property("LaunchTemplateData.MetadataOptions"))
                    .hasToString("{\"HttpPutResponseHopLimit\":1,\"HttpTokens\":\"required\"}");
            assertThat(launch.property("LaunchTemplateData.BlockDeviceMappings"))
                    .hasToString(
                            "[{\"DeviceName\":\"/dev/xvda\",\"Ebs\":{\"DeleteOnTermination\":true,\"Encrypted\":true,\"VolumeSize\":50,\"VolumeType\":\"gp3\"}}]");
            assertThat(group(template, "SPOT").property("LaunchTemplate.Id.Ref").text())
                    .isEqualTo(launch.id());
        }

        @Test
        void installsWhatNodesNeedBeforeThemAndTheRestAfter() {
            String spot = group(template, "SPOT").id();

            assertThat(group(template, "SPOT").tree().get("DependsOn").texts())
                    .contains(
                            addon(template, "vpc-cni").id(),
                            addon(template, "kube-proxy").id(),
                            addon(template, "eks-pod-identity-agent").id());
            assertThat(addon(template, "vpc-cni").tree().get("DependsOn").texts())
                    .containsExactly(addon(template, "eks-pod-identity-agent").id());
            assertThat(List.of("coredns", "aws-ebs-csi-driver", "metrics-server"))
                    .allSatisfy(name -> assertThat(addon(template, name)
                                    .tree()
                                    .get("DependsOn")
                                    .texts())
                            .contains(spot));
            assertThat(template.resources("AWS::EKS::Addon")).hasSize(6);
        }

        @Test
        void hasNetworkPoliciesEnforced() {
            assertThat(addon(template, "vpc-cni")
                            .property("ConfigurationValues")
                            .text())
                    .isEqualTo("{\"enableNetworkPolicy\":\"true\"}");
        }

        @Test
        void keepsNamesAndVolumesGoingOnDemand() {
            String onDemand = "{\"nodeSelector\":{\"eks.amazonaws.com/capacityType\":\"ON_DEMAND\"}}";

            assertThat(addon(template, "coredns")
                            .property("ConfigurationValues")
                            .text())
                    .isEqualTo(onDemand);
            assertThat(addon(template, "aws-ebs-csi-driver")
                            .property("ConfigurationValues")
                            .text())
                    .isEqualTo("{\"controller\":%s}".formatted(onDemand));
        }

        @Test
        void givesEachPartARoleOfItsOwn() {
            Resource nodes = role(template, "shop.dev.platform.nodes");

            assertThat(nodes.property("ManagedPolicyArns").toString())
                    .contains("AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly")
                    .doesNotContain("CNI", "EBS");
            assertThat(addon(template, "vpc-cni")
                            .property("PodIdentityAssociations")
                            .toString())
                    .contains(role(template, "shop.dev.platform.vpc-cni").id(), "aws-node");
            assertThat(addon(template, "aws-ebs-csi-driver")
                            .property("PodIdentityAssociations")
                            .toString())
                    .contains(role(template, "shop.dev.platform.ebs-csi").id(), "ebs-csi-controller-sa");
            assertThat(role(template, "shop.dev.platform.ebs-csi")
                            .property("AssumeRolePolicyDocument.Statement.0.Action")
                            .texts())
                    .containsExactlyInAnyOrder("sts:AssumeRole", "sts:TagSession");
        }

        @Test
        void letsTheAutoscalerChangeTheseGroupsAndNoOthers() {
            Resource role = role(template, "shop.dev.platform.cluster-autoscaler");

            assertThat(role.property("Policies.0.PolicyDocument.Statement").items())
                    .filteredOn(
                            statement -> statement.get("Action").toString().contains("autoscaling:SetDesiredCapacity"))
                    .singleElement()
                    .satisfies(statement -> {
                        assertThat(statement.get("Action").texts())
                                .containsExactly(
                                        "autoscaling:SetDesiredCapacity",
                                        "autoscaling:TerminateInstanceInAutoScalingGroup");
                        assertThat(statement.get("Condition"))
                                .hasToString(
                                        "{\"StringEquals\":{\"aws:ResourceTag/k8s.io/cluster-autoscaler/shop-dev\":\"owned\"}}");
                    });
            assertThat(template.resources("AWS::EKS::PodIdentityAssociation"))
                    .singleElement()
                    .satisfies(association -> {
                        assertThat(association.property("Namespace").text()).isEqualTo("kube-system");
                        assertThat(association.property("ServiceAccount").text())
                                .isEqualTo("cluster-autoscaler");
                    });
        }

        @Test
        void makesVolumesByTheDriverThatIsInstalled() {
            assertThat(synthesis
                            .manifest("dev", "StorageClass", "gp3")
                            .at("provisioner")
                            .text())
                    .isEqualTo("ebs.csi.aws.com");
            assertThat(synthesis.manifests("dev", "ConfigMap"))
                    .noneMatch(settings -> settings.name().equals("amazon-vpc-cni"));
        }

        @Test
        void runsNoFunctionToReachIt() {
            assertThat(template.resources("AWS::Lambda::Function")).isEmpty();
        }
    }

    @Test
    void isWhatWasChosen() {
        Template template = Sample.with(eksNodeGroups()
                        .kubernetes("1.35")
                        .instanceTypes("m7i.large", "m6i.large")
                        .onDemand(1, 2)
                        .spot(0, 4)
                        .admin("arn:aws:iam::111122223333:role/Admin"))
                .render()
                .template("prod/cluster");

        assertThat(template.resources("AWS::EKS::Nodegroup"))
                .allSatisfy(
                        group -> assertThat(group.property("AmiType").text()).isEqualTo("AL2023_x86_64_STANDARD"));
        assertThat(size(group(template, "ON_DEMAND"))).isEqualTo("1 to 2");
        assertThat(size(group(template, "SPOT"))).isEqualTo("0 to 4");
        assertThat(template.resources("AWS::EKS::AccessEntry")).hasSize(1);
    }

    @Test
    void resolvesNamesByPodsAndHoldsNoPodToHostsByName() {
        assertThat(eksNodeGroups().necessities())
                .isEqualTo(EksAutoMode.eksAutoMode().necessities());
        assertThat(eksNodeGroups().enforcesHostNames()).isFalse();
        assertThat(eksNodeGroups().makesLoadBalancers()).isFalse();
    }
}
