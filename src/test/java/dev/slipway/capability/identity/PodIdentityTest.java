package dev.slipway.capability.identity;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.testing.assertion.ResourceAssert;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PodIdentityTest {
    private static final Topic PLACED = Topic.named("order.placed");

    private static Synthesis synthesis;

    @BeforeAll
    static void render() {
        synthesis = Sample.with(provisionedMsk(), rdsPostgres())
                .services(
                        Service.java("order").needs(publishes(PLACED), postgres()),
                        Service.java("payment").needs(consumes(PLACED)),
                        Service.java("web"))
                .renderDev();
    }

    @Nested
    class OfServices {
        @Test
        void isARoleForEachServiceThatMayDoSomething() {
            assertThat(synthesis)
                    .stack("dev/identity")
                    .resources("AWS::IAM::Role")
                    .areNamed(
                            "shop.dev.order",
                            "shop.dev.payment",
                            "shop.dev.platform.external-secrets",
                            "shop.dev.order.secret-reader",
                            "shop.dev.payment.secret-reader",
                            "shop.dev.order-database.secret-reader");
        }

        @Test
        void isTrustedByThePodIdentityAgentAlone() {
            role("shop.dev.order").hasProperty("AssumeRolePolicyDocument.Statement", ofYaml("""
                    - Effect: Allow
                      Action: [sts:AssumeRole, sts:TagSession]
                      Principal: { Service: pods.eks.amazonaws.com }
                    """));
        }

        @Test
        void isAssociatedWithTheServiceAccountInTheNamespaceOfTheCluster() {
            assertThat(synthesis)
                    .environment("dev")
                    .resources("AWS::EKS::PodIdentityAssociation")
                    .extracting("ClusterName", "Namespace", "ServiceAccount")
                    .hasItemsInAnyOrder(
                            List.of("shop-dev", "shop-dev", "order"),
                            List.of("shop-dev", "shop-dev", "payment"),
                            List.of("shop-dev", "external-secrets", "external-secrets"));
        }

        @Test
        void saysEachSetOfActionsOnce() {
            List<Tree> actions = role("shop.dev.payment")
                    .property("Policies.0.PolicyDocument.Statement")
                    .extracting("Action")
                    .actual()
                    .items();

            assertThat(actions).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Nested
    class OfExternalSecrets {
        @Test
        void mayBecomeTheReadersAndNobodyElse() {
            role("shop.dev.platform.external-secrets")
                    .property("Policies.0.PolicyDocument.Statement.0.Resource")
                    .hasItems(
                            "arn:aws:iam::111122223333:role/shop.dev.order.secret-reader",
                            "arn:aws:iam::111122223333:role/shop.dev.payment.secret-reader",
                            "arn:aws:iam::111122223333:role/shop.dev.order-database.secret-reader");
        }

        @Test
        void aloneMayBecomeAReader() {
            role("shop.dev.payment.secret-reader")
                    .refersTo(
                            "AssumeRolePolicyDocument.Statement.0.Principal.AWS",
                            "AWS::IAM::Role",
                            "shop.dev.platform.external-secrets")
                    .hasProperty(
                            "AssumeRolePolicyDocument.Statement.0.Principal",
                            ofYaml("AWS: { Fn::GetAtt: [ExternalSecrets, Arn] }"));
        }

        @Test
        void readsForATaskTheMasterAndTheCredentialThatItSetsUp() {
            role("shop.dev.order-database.secret-reader")
                    .property("Policies.0.PolicyDocument.Statement.1.Resource")
                    .hasItems(
                            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/dev/order/database-??????",
                            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/dev/platform/database-master-??????");
        }

        @Test
        void readsForAServiceNothingOfTheMaster() {
            String secret = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/dev/";

            assertThat(synthesis)
                    .environment("dev")
                    .role("shop.dev.order.secret-reader")
                    .may("secretsmanager:GetSecretValue", secret + "order/database-Ab12Cd")
                    .mayNot("secretsmanager:GetSecretValue", secret + "platform/database-master-Ab12Cd")
                    .mayNot("secretsmanager:DescribeSecret", secret + "platform/database-master-Ab12Cd");
        }
    }

    @Test
    void isDeployedAfterTheClusterThatItNames() {
        assertThat(synthesis
                        .files()
                        .get(Path.of("cdk.out", "assembly-dev", "manifest.json")
                                .toString()
                                .replace('\\', '/')))
                .containsPattern(
                        "(?s)\"devidentity[0-9A-F]+\": \\{.*?\"dependencies\": \\[[^]]*\"devcluster[0-9A-F]+\"");
    }

    @Test
    void isNothingWhereNobodyMayDoAnything() {
        assertThat(Sample.with().services(Service.java("web")).renderDev())
                .doesNotHaveStack("dev/identity")
                .stack("dev/cluster");
    }

    private static ResourceAssert role(String name) {
        return assertThat(synthesis).stack("dev/identity").resource("AWS::IAM::Role", name);
    }
}
