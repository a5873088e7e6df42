package dev.slipway.addon;

import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.cluster.EksNodeGroups.eksNodeGroups;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** That routes on node groups lead through a load balancer which its controller makes, and may make nothing else. */
class AwsLoadBalancerControllerTest {
    /** Calls that create or change, and that AWS cannot limit to resources of one cluster before they exist. */
    private static final Set<String> UNLIMITED = Set.of("iam:CreateServiceLinkedRole");

    private static Synthesis synthesis;
    private static Tree document;
    private static List<Tree> statements;

    @BeforeAll
    static void render() {
        synthesis = Slipway.render(Slipway.plan(Platform.named("shop")
                .services(Service.java("order").needs(route("/orders")))
                .environments(
                        Environment.named("dev").host("dev.example.com").with(eksNodeGroups()),
                        Environment.named("auto").host("auto.example.com").with(eksAutoMode()))));
        document = synthesis
                .template("dev/addons")
                .resources("AWS::IAM::Role")
                .get(0)
                .property("Policies.0.PolicyDocument");
        statements = document.get("Statement").items();
    }

    private static EnvironmentAssert dev() {
        return assertThat(synthesis).environment("dev");
    }

    private static StackAssert addons() {
        return dev().stack("addons");
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
        addons().resource("AWS::IAM::Role")
                .hasProperty("RoleName", "shop.dev.platform.aws-load-balancer-controller")
                .hasProperty(
                        "AssumeRolePolicyDocument.Statement.0.Principal", Map.of("Service", "pods.eks.amazonaws.com"));
        addons().resource("AWS::EKS::PodIdentityAssociation")
                .hasProperty("Namespace", "kube-system")
                .hasProperty("ServiceAccount", "aws-load-balancer-controller")
                .hasProperty("ClusterName", "shop-dev")
                .refersTo("RoleArn", "AWS::IAM::Role");
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
        assertThat(document.toString()).hasSizeLessThan(10_240);
    }

    @Test
    void isTheOneThatTheClassOfTheEnvironmentNames() {
        dev().manifest("IngressClassParams", "shop-dev")
                .hasField("apiVersion", "elbv2.k8s.aws/v1beta1")
                .hasField("spec.group.name", "shop-dev");
        dev().manifest("IngressClass", "shop-dev")
                .hasField("spec.controller", "ingress.k8s.aws/alb")
                .hasField("spec.parameters.apiGroup", "elbv2.k8s.aws");
        dev().manifest("Ingress", "order").hasField("spec.ingressClassName", "shop-dev");
        dev().manifest("Namespace", "shop-dev").hasLabel("elbv2.k8s.aws/pod-readiness-gate-inject", "enabled");
    }

    @Test
    void isNotThereWhereTheClusterMakesLoadBalancersItself() {
        EnvironmentAssert auto = assertThat(synthesis).environment("auto");

        assertThat(synthesis).doesNotHaveStack("auto/addons");
        auto.manifest("IngressClassParams", "shop-auto").hasField("apiVersion", "eks.amazonaws.com/v1");
        auto.manifest("IngressClass", "shop-auto").hasField("spec.controller", "eks.amazonaws.com/alb");
        auto.manifest("Namespace", "shop-auto").hasLabel("eks.amazonaws.com/pod-readiness-gate-inject", "enabled");
    }
}
