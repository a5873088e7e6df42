package dev.slipway.capability.identity.access;

import static dev.slipway.capability.cluster.LocalCluster.localCluster;
import static dev.slipway.capability.identity.access.ClusterAccess.access;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.capability.Sample;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
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

        private static Resource entry(String principal) {
            return RENDERED.template("dev/access").resources("AWS::EKS::AccessEntry").stream()
                    .filter(entry -> entry.property("PrincipalArn").text().endsWith(principal))
                    .findFirst()
                    .orElseThrow();
        }

        @Test
        void putsPeopleOfTheNamespaceIntoGroups() {
            assertThat(entry("role/Developer").tree().get("Properties"))
                    .isEqualTo(yaml("""
                    ClusterName: shop-dev
                    KubernetesGroups: [shop.dev.developers]
                    PrincipalArn: arn:aws:iam::111122223333:role/Developer
                    Tags: %s
                    Type: STANDARD
                    """.formatted(entry("role/Developer").property("Tags"))));
            assertThat(entry("user/ada").property("KubernetesGroups").texts()).containsExactly("shop.dev.developers");
            assertThat(entry("role/teams/Platform").property("KubernetesGroups").texts())
                    .containsExactly("shop.dev.admins");
            assertThat(entry("role/Developer").property("AccessPolicies").exists())
                    .isFalse();
        }

        @Test
        void givesThoseOfTheClusterThePolicyOfEks() {
            assertThat(entry("role/Operations").property("AccessPolicies")).isEqualTo(yaml("""
                    - AccessScope: { Type: cluster }
                      PolicyArn: arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy
                    """));
            assertThat(entry("role/Operations").property("KubernetesGroups").exists())
                    .isFalse();
            assertThat(RENDERED.manifests("dev", "ClusterRoleBinding")).isEmpty();
        }

        @Test
        void bindsTheGroupsInTheNamespaceAlone() {
            assertThat(RENDERED.manifest("dev", "RoleBinding", "developers").at("roleRef"))
                    .isEqualTo(yaml("{ apiGroup: rbac.authorization.k8s.io, kind: Role, name: developers }"));
            assertThat(RENDERED.manifest("dev", "RoleBinding", "developers").at("subjects"))
                    .isEqualTo(
                            yaml("[{ apiGroup: rbac.authorization.k8s.io, kind: Group, name: shop.dev.developers }]"));
            assertThat(RENDERED.manifest("dev", "RoleBinding", "admins").at("roleRef"))
                    .isEqualTo(yaml("{ apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }"));
            assertThat(RENDERED.manifests("dev", "RoleBinding"))
                    .extracting(Manifest::namespace)
                    .containsOnly("shop-dev");
        }

        @Test
        void developersSeeNoSecretsAndChangeNothing() {
            List<Tree> rules =
                    RENDERED.manifest("dev", "Role", "developers").at("rules").items();
            assertThat(rules).hasSize(14).allSatisfy(rule -> {
                assertThat(rule.get("verbs").texts()).containsExactly("get", "list", "watch");
                assertThat(rule.get("resources").texts())
                        .isNotEmpty()
                        .doesNotContain("*", "secrets", "pods/exec", "pods/attach", "pods/proxy", "pods/portforward");
                assertThat(rule.get("apiGroups").texts()).hasSize(1).doesNotContain("*");
            });
            assertThat(rules)
                    .filteredOn(rule -> rule.get("apiGroups").texts().contains(""))
                    .singleElement()
                    .satisfies(rule -> assertThat(rule.get("resources").texts()).contains("pods", "pods/log"));
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
            assertThat(RENDERED.manifest("dev", "RoleBinding", "developers").at("subjects"))
                    .isEqualTo(yaml("""
                            - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: devs }
                            - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: testers }
                            """));
            assertThat(RENDERED.manifests("dev", "RoleBinding")).hasSize(1);
        }

        @Test
        void bindsThoseOfTheWholeClusterToo() {
            Manifest binding = RENDERED.manifest("dev", "ClusterRoleBinding", "shop.dev.cluster-admins");
            assertThat(binding.at("roleRef.name").text()).isEqualTo("cluster-admin");
            assertThat(binding.at("subjects.0.name").text()).isEqualTo("ops");
            assertThat(binding.at("metadata.namespace").exists()).isFalse();
        }
    }
}
