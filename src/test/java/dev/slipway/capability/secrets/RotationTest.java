package dev.slipway.capability.secrets;

import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import dev.slipway.review.Resource;
import dev.slipway.review.Template;
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
        Template secrets = platform(generatedSecret("session", "key").rotatedEvery(30), generatedSecret("kept", "key"))
                .render()
                .template("prod/secrets");

        assertThat(secrets.resources("AWS::SecretsManager::RotationSchedule"))
                .singleElement()
                .satisfies(schedule -> {
                    assertThat(schedule.property("SecretId.Ref").text()).isEqualTo("authsession");
                    assertThat(schedule.property("RotationRules.AutomaticallyAfterDays")
                                    .number())
                            .hasValue(30L);
                    assertThat(schedule.property("RotateImmediatelyOnUpdate").text())
                            .isEqualTo("false");
                });
        assertThat(secrets.resources("AWS::IAM::Policy"))
                .singleElement()
                .satisfies(
                        policy -> assertThat(policy.property("PolicyDocument.Statement.1"))
                                .hasToString(
                                        "{\"Action\":[\"secretsmanager:DescribeSecret\", \"secretsmanager:GetSecretValue\", \"secretsmanager:PutSecretValue\", \"secretsmanager:UpdateSecretVersionStage\"],\"Effect\":\"Allow\",\"Resource\":{\"Ref\":\"authsession\"}}"));
        assertThat(secrets.resources("AWS::SecretsManager::Secret"))
                .extracting(made -> made.property("Description").text())
                .contains("The session secret of service auth: generated every 30 days, known to nobody.");
    }

    @Test
    void isCalledBySecretsManagerOfTheAccountOnly() {
        Template secrets = platform(generatedSecret("session", "key").rotatedEvery(30))
                .render()
                .template("dev/secrets");
        Resource permission = secrets.resources("AWS::Lambda::Permission").get(0);

        assertThat(permission.property("Principal").text()).isEqualTo("secretsmanager.amazonaws.com");
        assertThat(permission.property("SourceAccount").text()).isEqualTo("111122223333");
        assertThat(secrets.resources("AWS::Lambda::Function")
                        .get(0)
                        .property("Code.ZipFile")
                        .text())
                .hasSizeLessThan(4096)
                .isEqualTo(RotationScript.TEXT);
    }

    @Test
    void hasNoFunctionWhereNothingIsRotated() {
        assertThat(platform(generatedSecret("session", "key")).render().resources("dev", "AWS::Lambda::Function"))
                .isEmpty();
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
