package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.network.Vpc.vpc;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EksAutoModeTest {
    private static final String ADMIN = "arn:aws:iam::111122223333:role/platform/Admin";

    @Nested
    class OnAws {
        private static Template template;
        private static Resource cluster;

        @BeforeAll
        static void render() {
            template = Sample.with(eksAutoMode()).render().template("dev/cluster");
            cluster = template.resources("AWS::EKS::Cluster").get(0);
        }

        @Test
        void runsInAutoMode() {
            assertThat(cluster.property("Name").text()).isEqualTo("shop-dev");
            assertThat(cluster.property("Version").text()).isEqualTo("1.36");
            assertThat(cluster.property("ComputeConfig.Enabled").isTrue()).isTrue();
            assertThat(cluster.property("ComputeConfig.NodePools").texts())
                    .containsExactly("system", "general-purpose");
            assertThat(cluster.property("StorageConfig.BlockStorage.Enabled").isTrue())
                    .isTrue();
            assertThat(cluster.property("KubernetesNetworkConfig.ElasticLoadBalancing.Enabled")
                            .isTrue())
                    .isTrue();
        }

        @Test
        void isReachedFromItsNetworkOnly() {
            assertThat(cluster.property("ResourcesVpcConfig.EndpointPrivateAccess")
                            .isTrue())
                    .isTrue();
            assertThat(cluster.property("ResourcesVpcConfig.EndpointPublicAccess")
                            .text())
                    .isEqualTo("false");
            assertThat(cluster.property("KubernetesNetworkConfig.ServiceIpv4Cidr")
                            .text())
                    .isEqualTo("172.20.0.0/16");
        }

        @Test
        void standsInThePrivateSubnetsThatTheNetworkPublishes() {
            assertThat(cluster.property("ResourcesVpcConfig.SubnetIds").items())
                    .hasSize(3)
                    .allSatisfy(
                            subnet -> assertThat(subnet.at("Fn::Select.1.Ref").text())
                                    .isEqualTo("ReadShopDevNetworkPrivateSubnetIds"));
            assertThat(template.tree()
                            .at("Parameters.ReadShopDevNetworkPrivateSubnetIds.Default")
                            .text())
                    .isEqualTo("/shop/dev/network/private-subnet-ids");
        }

        @Test
        void encryptsSecretsWithAKeyThatRotates() {
            Resource key = template.resources("AWS::KMS::Key").get(0);

            assertThat(key.property("EnableKeyRotation").isTrue()).isTrue();
            assertThat(cluster.property("EncryptionConfig"))
                    .hasToString(
                            "[{\"Provider\":{\"KeyArn\":{\"Fn::GetAtt\":[\"%s\", \"Arn\"]}},\"Resources\":[\"secrets\"]}]"
                                    .formatted(key.id()));
        }

        @Test
        void keepsAllLogsOfTheControlPlaneForAMonth() {
            Resource group = template.resources("AWS::Logs::LogGroup").get(0);

            assertThat(cluster.property("Logging.ClusterLogging.EnabledTypes").items())
                    .extracting(type -> type.get("Type").text())
                    .containsExactlyInAnyOrder("api", "audit", "authenticator", "controllerManager", "scheduler");
            assertThat(group.property("LogGroupName").text()).isEqualTo("/aws/eks/shop-dev/cluster");
            assertThat(group.property("RetentionInDays").number()).hasValue(30L);
            assertThat(cluster.tree().get("DependsOn").texts()).contains(group.id());
        }

        @Test
        void letsNobodyInButByAccessEntries() {
            assertThat(cluster.property("AccessConfig"))
                    .hasToString("{\"AuthenticationMode\":\"API\",\"BootstrapClusterCreatorAdminPermissions\":false}");
            assertThat(template.resources("AWS::EKS::AccessEntry")).isEmpty();
        }

        @Test
        void publishesTheSecurityGroupOfItsNodes() {
            assertThat(template.resources("AWS::SSM::Parameter"))
                    .singleElement()
                    .satisfies(parameter -> {
                        assertThat(parameter.property("Name").text()).isEqualTo("/shop/dev/cluster/security-group-id");
                        assertThat(parameter.property("Value.Fn::GetAtt").texts())
                                .containsExactly(cluster.id(), "ClusterSecurityGroupId");
                    });
        }

        @Test
        void runsNoFunctionToReachIt() {
            assertThat(template.resources("AWS::Lambda::Function")).isEmpty();
        }
    }

    @Nested
    class Opened {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(eksAutoMode()
                            .kubernetes("1.35")
                            .publicAccessFrom("203.0.113.0/24", "198.51.100.7/32")
                            .admin(ADMIN))
                    .render();
        }

        @Test
        void isReachedFromTheRangesNamedToo() {
            Resource cluster = synthesis.resources("prod", "AWS::EKS::Cluster").get(0);

            assertThat(cluster.property("Version").text()).isEqualTo("1.35");
            assertThat(cluster.property("ResourcesVpcConfig.EndpointPublicAccess")
                            .isTrue())
                    .isTrue();
            assertThat(cluster.property("ResourcesVpcConfig.PublicAccessCidrs").texts())
                    .containsExactly("203.0.113.0/24", "198.51.100.7/32");
        }

        @Test
        void letsAdministratorsIn() {
            assertThat(synthesis.resources("prod", "AWS::EKS::AccessEntry"))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.property("PrincipalArn").text()).isEqualTo(ADMIN);
                        assertThat(entry.property("AccessPolicies").toString())
                                .contains("AmazonEKSClusterAdminPolicy")
                                .contains("\"Type\":\"cluster\"");
                    });
        }

        @Test
        void keepsKeyAndLogsInProduction() {
            Template template = synthesis.template("prod/cluster");

            assertThat(template.resources("AWS::KMS::Key").get(0).tree().get("DeletionPolicy"))
                    .isEqualTo(Tree.of("RetainExceptOnCreate"));
            assertThat(template.resources("AWS::Logs::LogGroup")
                            .get(0)
                            .property("RetentionInDays")
                            .number())
                    .hasValue(365L);
        }
    }

    @Nested
    class InTheCluster {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(eksAutoMode()).render();
        }

        @Test
        void hasNetworkPoliciesEnforced() {
            Manifest settings = synthesis.manifest("dev", "ConfigMap", "amazon-vpc-cni");

            assertThat(settings.namespace()).isEqualTo("kube-system");
            assertThat(settings.at("data.enable-network-policy-controller")).isEqualTo(Tree.of("true"));
        }

        @Test
        void makesEncryptedVolumesWhereTheirPodsRun() {
            Manifest storage = synthesis.manifest("dev", "StorageClass", "gp3");

            assertThat(storage.at("provisioner").text()).isEqualTo("ebs.csi.eks.amazonaws.com");
            assertThat(storage.at("volumeBindingMode").text()).isEqualTo("WaitForFirstConsumer");
            assertThat(storage.at("parameters")).hasToString("{\"encrypted\":\"true\",\"type\":\"gp3\"}");
            assertThat(storage.at("metadata.annotations"))
                    .hasToString("{\"storageclass.kubernetes.io/is-default-class\":\"true\"}");
        }
    }

    @Test
    void letsEveryPodResolveNamesAndGetCredentials() {
        assertThat(eksAutoMode().necessities())
                .extracting(edge -> "%s %s %s %s %s"
                        .formatted(edge.direction(), edge.protocol(), edge.port(), text(edge.peer()), edge.reason()))
                .containsExactly(
                        "OUT UDP 53 172.20.0.10/32 necessity: names",
                        "OUT TCP 53 172.20.0.10/32 necessity: names",
                        "OUT UDP 53 kube-system{k8s-app=kube-dns} necessity: names",
                        "OUT TCP 53 kube-system{k8s-app=kube-dns} necessity: names",
                        "OUT TCP 80 169.254.170.23/32 necessity: credentials");
    }

    private static String text(NetworkEdge.Peer peer) {
        if (peer instanceof Peer.OfRange address) {
            return address.range().toString();
        }
        return peer instanceof Peer.OfPods pods ? pods.namespace() + pods.labels() : String.valueOf(peer);
    }

    @Test
    void canHoldPodsToHostsByName() {
        assertThat(eksAutoMode().enforcesHostNames()).isTrue();
        assertThat(eksAutoMode().makesLoadBalancers()).isTrue();
    }

    @Nested
    class Checked {
        @ParameterizedTest
        @ValueSource(strings = {"1.33", "1.37", "1.36.1", "latest"})
        void refusesAVersionThatIsNotSupported(String version) {
            assertThat(Sample.with(eksAutoMode().kubernetes(version)).problems())
                    .containsExactly(
                            "cluster/version: The Kubernetes version (%s) of the cluster must be one of 1.34, 1.35, 1.36. Fix: write it as eksAutoMode().kubernetes(\"1.36\")."
                                    .formatted(version));
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0/0", "203.0.113.0", "203.0.113.1/24", "office"})
        void refusesToOpenTheApiToEveryone(String range) {
            assertThat(Sample.with(eksAutoMode().publicAccessFrom(range)).problems())
                    .containsExactly(
                            "cluster/cidr: The range (%s) from which the cluster's API can be reached must be an IPv4 range whose host part is zero, and not the whole internet. Fix: write it as publicAccessFrom(\"203.0.113.0/24\")."
                                    .formatted(range));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Admin",
                    "arn:aws:iam::111122223333:role/",
                    "arn:aws:iam::1111:role/Admin",
                    "arn:aws:sts::111122223333:assumed-role/Admin/me"
                })
        void refusesAnAdministratorWhoIsNoRoleOrUser(String arn) {
            assertThat(Sample.with(eksAutoMode().admin(arn)).problems())
                    .containsExactly(
                            "cluster/admin: The administrator (%s) of the cluster must be the ARN of an IAM role or user. Fix: write it as admin(\"arn:aws:iam::111122223333:role/Admin\")."
                                    .formatted(arn));
        }

        @Test
        void refusesANetworkInTheRangeOfItsServices() {
            assertThat(Sample.with(eksAutoMode(), vpc().cidr("172.20.16.0/20")).problems())
                    .containsExactly(
                            "cluster/service-range: The range (172.20.16.0/20) of the network overlaps with that of Kubernetes Services in the cluster (172.20.0.0/16); the two must be apart. Fix: give the network another range, such as vpc().cidr(\"10.20.0.0/16\").");
        }

        @Test
        void acceptsANetworkBesideTheRangeOfItsServices() {
            assertThat(Sample.with(eksAutoMode(), vpc().cidr("172.21.0.0/16")).problems())
                    .isEmpty();
        }

        @Test
        void acceptsWhatEksAccepts() {
            EksAutoMode cluster = eksAutoMode()
                    .kubernetes("1.34")
                    .publicAccessFrom("203.0.113.0/24", "198.51.100.7/32")
                    .admin(ADMIN, "arn:aws-cn:iam::111122223333:user/ops");

            assertThat(Sample.with(cluster).problems()).isEmpty();
        }
    }
}
