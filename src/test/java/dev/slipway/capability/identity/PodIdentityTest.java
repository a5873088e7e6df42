package dev.slipway.capability.identity;

import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
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
            assertThat(roleNames())
                    .containsExactlyInAnyOrder(
                            "shop.dev.order",
                            "shop.dev.payment",
                            "shop.dev.platform.external-secrets",
                            "shop.dev.order.secret-reader",
                            "shop.dev.payment.secret-reader",
                            "shop.dev.order-database.secret-reader");
        }

        @Test
        void isTrustedByThePodIdentityAgentAlone() {
            assertThat(role("shop.dev.order").property("AssumeRolePolicyDocument.Statement"))
                    .hasToString(
                            "[{\"Action\":[\"sts:AssumeRole\", \"sts:TagSession\"],\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"pods.eks.amazonaws.com\"}}]");
        }

        @Test
        void isAssociatedWithTheServiceAccountInTheNamespaceOfTheCluster() {
            assertThat(synthesis.resources("dev", "AWS::EKS::PodIdentityAssociation"))
                    .extracting(association -> "%s %s/%s"
                            .formatted(
                                    association.property("ClusterName").text(),
                                    association.property("Namespace").text(),
                                    association.property("ServiceAccount").text()))
                    .containsExactlyInAnyOrder(
                            "shop-dev shop-dev/order",
                            "shop-dev shop-dev/payment",
                            "shop-dev external-secrets/external-secrets");
        }

        @Test
        void saysEachSetOfActionsOnce() {
            List<String> actions =
                    role("shop.dev.payment").property("Policies.0.PolicyDocument.Statement").items().stream()
                            .map(statement -> statement.get("Action").toString())
                            .toList();
            assertThat(actions).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Nested
    class OfExternalSecrets {
        @Test
        void mayBecomeTheReadersAndNobodyElse() {
            assertThat(role("shop.dev.platform.external-secrets")
                            .property("Policies.0.PolicyDocument.Statement.0.Resource")
                            .texts())
                    .containsExactly(
                            "arn:aws:iam::111122223333:role/shop.dev.order.secret-reader",
                            "arn:aws:iam::111122223333:role/shop.dev.payment.secret-reader",
                            "arn:aws:iam::111122223333:role/shop.dev.order-database.secret-reader");
        }

        @Test
        void aloneMayBecomeAReader() {
            assertThat(role("shop.dev.payment.secret-reader")
                            .property("AssumeRolePolicyDocument.Statement.0.Principal"))
                    .hasToString("{\"AWS\":{\"Fn::GetAtt\":[\"ExternalSecrets\", \"Arn\"]}}");
        }

        @Test
        void readsForATaskTheMasterAndTheCredentialThatItSetsUp() {
            assertThat(role("shop.dev.order-database.secret-reader")
                            .property("Policies.0.PolicyDocument.Statement.1.Resource")
                            .texts())
                    .containsExactly(
                            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/dev/order/database-??????",
                            "arn:aws:secretsmanager:eu-central-1:111122223333:secret:shop/dev/platform/database-master-??????");
        }

        @Test
        void readsForAServiceNothingOfTheMaster() {
            assertThat(role("shop.dev.order.secret-reader").tree().toString()).doesNotContain("master");
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
        assertThat(Sample.with().services(Service.java("web")).renderDev().templates("dev"))
                .isNotEmpty()
                .noneMatch(template -> template.concern().equals("identity"));
    }

    private static List<String> roleNames() {
        return synthesis.template("dev/identity").resources("AWS::IAM::Role").stream()
                .map(role -> role.property("RoleName").text())
                .toList();
    }

    private static Resource role(String name) {
        return synthesis.template("dev/identity").resources("AWS::IAM::Role").stream()
                .filter(role -> role.property("RoleName").text().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
