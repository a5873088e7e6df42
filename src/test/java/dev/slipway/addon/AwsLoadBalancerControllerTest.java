package dev.slipway.addon;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.edge.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That routes on node groups lead through a load balancer which its controller makes, and may make nothing else. */
class AwsLoadBalancerControllerTest {
    /** Calls that create or change, and that AWS cannot limit to resources of one cluster before they exist. */
    private static final Set<String> UNLIMITED = Set.of("iam:CreateServiceLinkedRole");

    private static Synthesis synthesis;
    private static List<Tree> statements;

    @BeforeAll
    static void render() {
        synthesis = Slipway.render(Slipway.plan(Platform.named("shop")
                .services(Service.java("order").needs(route("/orders")))
                .environments(
                        Environment.named("dev").host("dev.example.com").with(eksNodeGroups()),
                        Environment.named("auto").host("auto.example.com").with(eksAutoMode()))));
        statements = role().property("Policies.0.PolicyDocument.Statement").items();
    }

    private static Resource role() {
        return synthesis.template("dev/addons").resources("AWS::IAM::Role").get(0);
    }

    private static List<Tree> allowing(String action) {
        return statements.stream()
                .filter(statement -> statement.get("Action").texts().contains(action))
                .toList();
    }

    private static Tree condition(String action, String operator, String key) {
        return allowing(action).get(0).get("Condition").get(operator).get(key);
    }

    @Test
    void actsAsARoleOfItsOwn() {
        assertThat(role().property("RoleName").text()).isEqualTo("shop.dev.platform.aws-load-balancer-controller");
        assertThat(role().property("AssumeRolePolicyDocument.Statement.0.Principal.Service")
                        .text())
                .isEqualTo("pods.eks.amazonaws.com");
        assertThat(synthesis.template("dev/addons").resources("AWS::EKS::PodIdentityAssociation"))
                .singleElement()
                .satisfies(association -> {
                    assertThat(association.property("Namespace").text()).isEqualTo("kube-system");
                    assertThat(association.property("ServiceAccount").text()).isEqualTo("aws-load-balancer-controller");
                    assertThat(association.property("ClusterName").text()).isEqualTo("shop-dev");
                });
    }

    @Test
    void makesOnlyWhatCarriesTheTagOfItsCluster() {
        for (String action : List.of(
                "elasticloadbalancing:CreateLoadBalancer",
                "elasticloadbalancing:CreateTargetGroup",
                "ec2:CreateTags")) {
            assertThat(condition(action, "StringEquals", "aws:RequestTag/elbv2.k8s.aws/cluster")
                            .text())
                    .as(action)
                    .isEqualTo("shop-dev");
        }
    }

    @Test
    void changesAndRemovesOnlyWhatIsOfItsCluster() {
        for (String action : List.of(
                "elasticloadbalancing:DeleteLoadBalancer",
                "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:SetSecurityGroups",
                "ec2:DeleteSecurityGroup")) {
            assertThat(condition(action, "StringEquals", "aws:ResourceTag/elbv2.k8s.aws/cluster")
                            .text())
                    .as(action)
                    .isEqualTo("shop-dev");
        }
        assertThat(allowing("ec2:AuthorizeSecurityGroupIngress"))
                .extracting(statement -> statement.get("Condition").toString())
                .containsExactly(
                        "{\"StringEquals\":{\"aws:ResourceTag/kubernetes.io/cluster/shop-dev\":[\"owned\"]}}",
                        "{\"StringEquals\":{\"aws:ResourceTag/elbv2.k8s.aws/cluster\":\"shop-dev\"}}");
    }

    @Test
    void changesNothingInOtherAccountsOrRegions() {
        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            Set<String> changing = new TreeSet<>(statement.get("Action").texts());
            changing.removeIf(action -> action.matches("[a-z0-9-]+:(Describe|List|Get)[A-Za-z]*"));
            changing.removeAll(UNLIMITED);
            if (!changing.isEmpty()) {
                assertThat(statement.get("Resource").texts())
                        .as("resources of %s", changing)
                        .isNotEmpty()
                        .allMatch(
                                resource -> resource.matches("arn:aws:[a-z0-9]+:eu-central-1:111122223333:[a-z-]+/.+"));
            }
        });
        assertThat(statements)
                .flatExtracting(statement -> statement.get("Action").texts())
                .noneMatch(action -> action.contains("*")
                        || action.startsWith("shield:")
                        || action.startsWith("waf-regional:")
                        || action.startsWith("cognito-idp:"));
    }

    /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html: of all policies inside a role. */
    @Test
    void fitsIntoARole() {
        assertThat(role().property("Policies.0.PolicyDocument").toString()).hasSizeLessThan(10_240);
    }

    @Test
    void isTheOneThatTheClassOfTheEnvironmentNames() {
        Manifest parameters = synthesis.manifest("dev", "IngressClassParams", "shop-dev");
        Manifest ingressClass = synthesis.manifest("dev", "IngressClass", "shop-dev");

        assertThat(parameters.at("apiVersion").text()).isEqualTo("elbv2.k8s.aws/v1beta1");
        assertThat(parameters.at("spec.group.name").text()).isEqualTo("shop-dev");
        assertThat(ingressClass.at("spec.controller").text()).isEqualTo("ingress.k8s.aws/alb");
        assertThat(ingressClass.at("spec.parameters.apiGroup").text()).isEqualTo("elbv2.k8s.aws");
        assertThat(synthesis
                        .manifest("dev", "Ingress", "order")
                        .at("spec.ingressClassName")
                        .text())
                .isEqualTo("shop-dev");
        assertThat(synthesis
                        .manifest("dev", "Namespace", "shop-dev")
                        .at("metadata.labels")
                        .get("elbv2.k8s.aws/pod-readiness-gate-inject")
                        .text())
                .isEqualTo("enabled");
    }

    @Test
    void isNotThereWhereTheClusterMakesLoadBalancersItself() {
        assertThat(synthesis.templates("auto")).extracting(Template::concern).doesNotContain("addons");
        assertThat(synthesis
                        .manifest("auto", "IngressClassParams", "shop-auto")
                        .at("apiVersion")
                        .text())
                .isEqualTo("eks.amazonaws.com/v1");
        assertThat(synthesis
                        .manifest("auto", "IngressClass", "shop-auto")
                        .at("spec.controller")
                        .text())
                .isEqualTo("eks.amazonaws.com/alb");
        assertThat(synthesis
                        .manifest("auto", "Namespace", "shop-auto")
                        .at("metadata.labels")
                        .get("eks.amazonaws.com/pod-readiness-gate-inject")
                        .text())
                .isEqualTo("enabled");
    }
}
