package dev.slipway.capability.cluster;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.network.Vpc.vpc;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EksAutoModeTest {
    private static final String ADMIN = "arn:aws:iam::111122223333:role/platform/Admin";

    @Nested
    class OnAws {
        private static Synthesis synthesis;

        @BeforeAll
        static void render() {
            synthesis = Sample.with(eksAutoMode()).render();
        }

        private static StackAssert stack() {
            return assertThat(synthesis).stack("dev/cluster");
        }

        private static ResourceAssert cluster() {
            return stack().resource("AWS::EKS::Cluster");
        }

        @Test
        void runsInAutoMode() {
            cluster()
                    .hasProperty("Name", "shop-dev")
                    .hasProperty("Version", "1.36")
                    .hasProperty("ComputeConfig.Enabled", true)
                    .hasProperty("ComputeConfig.NodePools", List.of("system", "general-purpose"))
                    .hasProperty("StorageConfig.BlockStorage.Enabled", true)
                    .hasProperty("KubernetesNetworkConfig.ElasticLoadBalancing.Enabled", true);
        }

        @Test
        void isReachedFromItsNetworkOnly() {
            cluster()
                    .hasProperty("ResourcesVpcConfig.EndpointPrivateAccess", true)
                    .hasProperty("ResourcesVpcConfig.EndpointPublicAccess", false)
                    .hasProperty("KubernetesNetworkConfig.ServiceIpv4Cidr", "172.20.0.0/16");
        }

        @Test
        void standsInThePrivateSubnetsThatTheNetworkPublishes() {
            cluster()
                    .property("ResourcesVpcConfig.SubnetIds")
                    .hasSize(3)
                    .extracting("Fn::Select.1.Ref")
                    .each(subnets -> subnets.is("ReadShopDevNetworkPrivateSubnetIds"));
            stack().at("Parameters.ReadShopDevNetworkPrivateSubnetIds.Default")
                    .is("/shop/dev/network/private-subnet-ids");
        }

        @Test
        void encryptsSecretsWithAKeyThatRotates() {
            stack().resource("AWS::KMS::Key").hasProperty("EnableKeyRotation", true);
            cluster()
                    .refersTo("EncryptionConfig.0.Provider.KeyArn", "AWS::KMS::Key")
                    .property("EncryptionConfig")
                    .extracting("Resources")
                    .hasItems(List.of("secrets"));
        }

        @Test
        void keepsAllLogsOfTheControlPlaneForAMonth() {
            cluster()
                    .dependsOn("AWS::Logs::LogGroup", "/aws/eks/shop-dev/cluster")
                    .property("Logging.ClusterLogging.EnabledTypes")
                    .extracting("Type")
                    .hasItemsInAnyOrder("api", "audit", "authenticator", "controllerManager", "scheduler");
            stack().resource("AWS::Logs::LogGroup", "/aws/eks/shop-dev/cluster").hasProperty("RetentionInDays", 30);
        }

        @Test
        void letsNobodyInButByAccessEntries() {
            cluster()
                    .hasProperty(
                            "AccessConfig",
                            Map.of("AuthenticationMode", "API", "BootstrapClusterCreatorAdminPermissions", false));
            stack().hasNoResources("AWS::EKS::AccessEntry");
        }

        @Test
        void publishesTheSecurityGroupOfItsNodes() {
            stack().resource("AWS::SSM::Parameter")
                    .hasProperty("Name", "/shop/dev/cluster/security-group-id")
                    .refersTo("Value", "AWS::EKS::Cluster")
                    .hasProperty("Value.Fn::GetAtt.1", "ClusterSecurityGroupId");
        }

        @Test
        void runsNoFunctionToReachIt() {
            stack().hasNoResources("AWS::Lambda::Function");
        }

        @Test
        void hasNetworkPoliciesEnforced() {
            assertThat(synthesis)
                    .environment("dev")
                    .manifest("ConfigMap", "amazon-vpc-cni")
                    .isInNamespace("kube-system")
                    .hasField("data.enable-network-policy-controller", "true");
        }

        @Test
        void makesEncryptedVolumesWhereTheirPodsRun() {
            assertThat(synthesis)
                    .environment("dev")
                    .manifest("StorageClass", "gp3")
                    .hasField("provisioner", "ebs.csi.eks.amazonaws.com")
                    .hasField("volumeBindingMode", "WaitForFirstConsumer")
                    .hasField("parameters", Map.of("encrypted", "true", "type", "gp3"))
                    .hasField("metadata.annotations", Map.of("storageclass.kubernetes.io/is-default-class", "true"));
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

        private static StackAssert stack() {
            return assertThat(synthesis).stack("prod/cluster");
        }

        @Test
        void isReachedFromTheRangesNamedToo() {
            stack().resource("AWS::EKS::Cluster")
                    .hasProperty("Version", "1.35")
                    .hasProperty("ResourcesVpcConfig.EndpointPublicAccess", true)
                    .hasProperty("ResourcesVpcConfig.PublicAccessCidrs", List.of("203.0.113.0/24", "198.51.100.7/32"));
        }

        @Test
        void letsAdministratorsIn() {
            stack().resource("AWS::EKS::AccessEntry")
                    .hasProperty("PrincipalArn", ADMIN)
                    .hasProperty("AccessPolicies.0.AccessScope.Type", "cluster")
                    .hasText(
                            "AccessPolicies.0.PolicyArn",
                            "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy");
        }

        @Test
        void keepsKeyAndLogsInProduction() {
            stack().resource("AWS::KMS::Key").hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
            stack().resource("AWS::Logs::LogGroup").hasProperty("RetentionInDays", 365);
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
