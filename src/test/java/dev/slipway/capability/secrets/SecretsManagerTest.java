package dev.slipway.capability.secrets;

import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.ContainerAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import org.junit.jupiter.api.Test;

class SecretsManagerTest {
    private static final Synthesis RENDERED = Slipway.render(Premises.plan(Platform.named("shop")
            .services(
                    Service.java("auth").needs(generatedSecret("key-encryption", "key")),
                    Service.java("mailer")
                            .ownedBy("engagement", "#team-engagement")
                            .needs(secret("smtp", "username", "password")))
            .environments(Environment.named("dev"), Environment.named("prod").production())
            .with(AnyCluster.BY_ADDRESS, secretsManager())));

    private static ResourceAssert secretNamed(String name) {
        String stage = name.split("/", -1)[1];
        return assertThat(RENDERED).stack(stage + "/secrets").resource("AWS::SecretsManager::Secret", name);
    }

    @Test
    void makesOneSecretForEachNeedAndNothingElse() {
        assertThat(RENDERED)
                .stack("dev/secrets")
                .resources("AWS::SecretsManager::Secret")
                .areNamed("shop/dev/auth/key-encryption", "shop/dev/mailer/smtp");
    }

    @Test
    void putsNoValueIntoASecretThatPeopleFill() {
        secretNamed("shop/dev/mailer/smtp").property("").is(ofYaml("""
                Name: shop/dev/mailer/smtp
                Description: >-
                  The smtp secret of service mailer: put in by its owner engagement,
                  as JSON with username, password.
                Tags:
                - { Key: environment, Value: dev }
                - { Key: managed-by, Value: slipway }
                - { Key: owner, Value: engagement }
                - { Key: platform, Value: shop }
                - { Key: service, Value: mailer }
                """));
    }

    @Test
    void generatesTheOnePropertyOfAGeneratedSecret() {
        secretNamed("shop/dev/auth/key-encryption").hasProperty("GenerateSecretString", ofYaml("""
                SecretStringTemplate: "{}"
                GenerateStringKey: key
                PasswordLength: 32
                ExcludePunctuation: true
                """));
    }

    @Test
    void keepsSecretsInProductionOnly() {
        secretNamed("shop/prod/mailer/smtp").hasAttribute("DeletionPolicy", "RetainExceptOnCreate");
        secretNamed("shop/dev/mailer/smtp").isDeletedWithItsStack();
    }

    @Test
    void handsEachPropertyToThePodUnderItsName() {
        ContainerAssert mailer =
                assertThat(RENDERED).environment("dev").service("mailer").container();

        mailer.variable("SMTP_PASSWORD").comesFromSecret("shop/dev/mailer/smtp", "password");
        mailer.variable("SMTP_USERNAME").comesFromSecret("shop/dev/mailer/smtp", "username");
        assertThat(RENDERED)
                .environment("dev")
                .manifest("ExternalSecret", "mailer")
                .field("spec.data")
                .hasSize(2);
        assertThat(RENDERED)
                .environment("prod")
                .service("auth")
                .container()
                .variable("KEY_ENCRYPTION_KEY")
                .comesFromSecret("shop/prod/auth/key-encryption", "key");
    }
}
