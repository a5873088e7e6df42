package dev.slipway.capability.secrets;

import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static dev.slipway.workload.Yaml.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import java.util.List;
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

    private static Resource secretNamed(String name) {
        String stage = name.split("/", -1)[1];
        List<Resource> secrets = RENDERED.template(stage + "/secrets").resources("AWS::SecretsManager::Secret").stream()
                .filter(resource -> resource.property("Name").text().equals(name))
                .toList();
        assertThat(secrets).hasSize(1);
        return secrets.get(0);
    }

    @Test
    void makesOneSecretForEachNeedAndNothingElse() {
        assertThat(RENDERED.template("dev/secrets").resources("AWS::SecretsManager::Secret"))
                .extracting(resource -> resource.property("Name").text())
                .containsExactlyInAnyOrder("shop/dev/auth/key-encryption", "shop/dev/mailer/smtp");
    }

    @Test
    void putsNoValueIntoASecretThatPeopleFill() {
        assertThat(secretNamed("shop/dev/mailer/smtp").tree().get("Properties")).isEqualTo(yaml("""
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
        assertThat(secretNamed("shop/dev/auth/key-encryption").property("GenerateSecretString"))
                .isEqualTo(yaml("""
                                SecretStringTemplate: "{}"
                                GenerateStringKey: key
                                PasswordLength: 32
                                ExcludePunctuation: true
                                """));
    }

    @Test
    void keepsSecretsInProductionOnly() {
        assertThat(secretNamed("shop/prod/mailer/smtp").tree().get("DeletionPolicy"))
                .isEqualTo(Tree.of("RetainExceptOnCreate"));
        assertThat(secretNamed("shop/dev/mailer/smtp").tree().get("DeletionPolicy"))
                .isEqualTo(Tree.of("Delete"));
    }

    @Test
    void handsEachPropertyToThePodUnderItsName() {
        assertThat(RENDERED.manifest("dev", "ExternalSecret", "mailer")
                        .at("spec.data")
                        .items())
                .extracting(
                        data -> data.get("secretKey").text(),
                        data -> data.at("remoteRef.key").text(),
                        data -> data.at("remoteRef.property").text())
                .containsExactly(
                        tuple("SMTP_PASSWORD", "shop/dev/mailer/smtp", "password"),
                        tuple("SMTP_USERNAME", "shop/dev/mailer/smtp", "username"));
        assertThat(RENDERED.manifest("prod", "ExternalSecret", "auth")
                        .at("spec.data.0.secretKey")
                        .text())
                .isEqualTo("KEY_ENCRYPTION_KEY");
    }
}
