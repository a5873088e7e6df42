package dev.slipway.capability.secrets;

import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static dev.slipway.review.Tree.ofYaml;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.testing.assertion.StackAssert;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RotationTest {
    private static Sample platform(SecretNeed... needs) {
        return Sample.with(secretsManager()).services(Service.java("auth").needs(needs));
    }

    @Test
    void givesGeneratedSecretsAnotherValueAndNoOtherSecret() {
        StackAssert secrets = assertThat(
                        platform(generatedSecret("session", "key").rotatedEvery(30), generatedSecret("kept", "key"))
                                .render())
                .stack("prod/secrets");

        secrets.resource("AWS::SecretsManager::RotationSchedule")
                .refersTo("SecretId", "AWS::SecretsManager::Secret", "shop/prod/auth/session")
                .hasProperty("RotationRules.AutomaticallyAfterDays", 30)
                .hasProperty("RotateImmediatelyOnUpdate", false);
        secrets.resource("AWS::IAM::Policy").hasProperty("PolicyDocument.Statement.1", ofYaml("""
                Effect: Allow
                Action:
                - secretsmanager:DescribeSecret
                - secretsmanager:GetSecretValue
                - secretsmanager:PutSecretValue
                - secretsmanager:UpdateSecretVersionStage
                Resource: { Ref: authsession }
                """));
        secrets.resource("AWS::SecretsManager::Secret", "shop/prod/auth/session")
                .hasProperty(
                        "Description", "The session secret of service auth: generated every 30 days, known to nobody.");
    }

    @Test
    void isCalledBySecretsManagerOfTheAccountOnly() {
        StackAssert secrets = assertThat(
                        platform(generatedSecret("session", "key").rotatedEvery(30))
                                .render())
                .stack("dev/secrets");

        secrets.resource("AWS::Lambda::Permission")
                .hasProperty("Principal", "secretsmanager.amazonaws.com")
                .hasProperty("SourceAccount", "111122223333");
        secrets.resource("AWS::Lambda::Function").hasProperty("Code.ZipFile", RotationScript.TEXT);
        assertThat(RotationScript.TEXT).hasSizeLessThan(4096);
    }

    @Test
    void hasNoFunctionWhereNothingIsRotated() {
        assertThat(platform(generatedSecret("session", "key")).render())
                .environment("dev")
                .resources("AWS::Lambda::Function")
                .areNone();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1001})
    void failsWhenTheDaysAreNone(int days) {
        assertThat(platform(generatedSecret("session", "key").rotatedEvery(days))
                        .problems())
                .isEqualTo(List.of(
                        "secrets/rotation: The days (%s) after which secret session of service auth is rotated must be 1 to 1000. Fix: write it as rotatedEvery(90)."
                                .formatted(days)));
        assertThat(platform(generatedSecret("session", "key").rotatedEvery(1000))
                        .problems())
                .isEmpty();
    }

    @Test
    void failsWhenSomebodyElseKnowsTheValue() {
        assertThat(platform(secret("smtp", "password").rotatedEvery(30)).problems())
                .containsExactly(
                        "secrets/rotation-by-people: The secret (smtp) of service auth is put in by people and must not be rotated; only what is generated can be, as nobody else has to be told its value. Fix: leave out rotatedEvery(..), or generate it with generatedSecret(\"smtp\", \"key\").");
    }
}
