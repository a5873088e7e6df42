package dev.slipway.capability.identity.access;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.identity.access.ClusterAccess.access;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.TreeAssert;
import dev.slipway.workload.Premises;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClusterAccessTest {
    @Nested
    class OnEks {
        private static final Synthesis RENDERED = Sample.with(access().developers(
                                "arn:aws:iam::111122223333:role/Developer", "arn:aws:iam::111122223333:user/ada")
                        .admins("arn:aws:iam::111122223333:role/teams/Platform")
                        .clusterAdmins("arn:aws:iam::111122223333:role/Operations"))
                .renderDev();

        private static ResourceAssert entry(String principal) {
            return assertThat(RENDERED)
                    .stack("dev/access")
                    .resources("AWS::EKS::AccessEntry")
                    .where("PrincipalArn", "arn:aws:iam::111122223333:" + principal)
                    .single();
        }

        private static EnvironmentAssert dev() {
            return assertThat(RENDERED).environment("dev");
        }

        @Test
        void putsPeopleOfTheNamespaceIntoGroups() {
            entry("role/Developer")
                    .hasProperty("ClusterName", "shop-dev")
                    .hasProperty("KubernetesGroups", List.of("shop.dev.developers"))
                    .hasProperty("Type", "STANDARD")
                    .hasProperty("Tags")
                    .property("")
                    .hasSize(5);
            entry("user/ada").hasProperty("KubernetesGroups", List.of("shop.dev.developers"));
            entry("role/teams/Platform").hasProperty("KubernetesGroups", List.of("shop.dev.admins"));
        }

        @Test
        void givesThoseOfTheClusterThePolicyOfEks() {
            entry("role/Operations").doesNotHaveProperty("KubernetesGroups").hasProperty("AccessPolicies", ofYaml("""
                            - AccessScope: { Type: cluster }
                              PolicyArn: arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy
                            """));
            dev().manifests("ClusterRoleBinding").areNone();
        }

        @Test
        void bindsTheGroupsInTheNamespaceAlone() {
            dev().manifest("RoleBinding", "developers")
                    .hasField(
                            "roleRef", ofYaml("{ apiGroup: rbac.authorization.k8s.io, kind: Role, name: developers }"))
                    .field("subjects")
                    .hasItems(
                            ofYaml("{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop.dev.developers }"));
            dev().manifest("RoleBinding", "admins")
                    .hasField(
                            "roleRef",
                            ofYaml("{ apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }"));
            dev().manifests("RoleBinding").each(binding -> binding.isInNamespace("shop-dev"));
        }

        @Test
        void developersSeeNoSecretsAndChangeNothing() {
            TreeAssert rules = dev().manifest("Role", "developers").field("rules");

            rules.hasSize(14).each(rule -> {
                rule.at("verbs").hasItems("get", "list", "watch");
                rule.at("apiGroups").hasSize(1).doesNotHaveItem("*");
                rule.at("resources").each(resource -> resource.asText()
                        .isNotIn("*", "secrets", "pods/exec", "pods/attach", "pods/proxy", "pods/portforward"));
            });
            assertThat(rules.extracting("apiGroups.0").actual().texts()).doesNotHaveDuplicates();
            rules.at("0.apiGroups").hasItems("");
            rules.at("0.resources").hasItem("pods").hasItem("pods/log");
        }
    }

    @Nested
    class Elsewhere {
        private static final Synthesis RENDERED = Slipway.render(Premises.plan(Platform.named("shop")
                .services(Service.go("order"))
                .environments(Environment.named("dev")
                        .with(
                                localCluster(),
                                access().developers("devs", "testers").clusterAdmins("ops")))));

        @Test
        void bindsTheGroupsThatTheClusterKnows() {
            assertThat(RENDERED)
                    .environment("dev")
                    .manifests("RoleBinding")
                    .hasCount(1)
                    .named("developers")
                    .hasField("subjects", ofYaml("""
                            - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: devs }
                            - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: testers }
                            """));
        }

        @Test
        void bindsThoseOfTheWholeClusterToo() {
            assertThat(RENDERED)
                    .environment("dev")
                    .manifest("ClusterRoleBinding", "shop.dev.cluster-admins")
                    .hasField("roleRef.name", "cluster-admin")
                    .hasField("subjects.0.name", "ops")
                    .doesNotHaveField("metadata.namespace");
        }
    }
}
