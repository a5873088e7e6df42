package dev.slipway.capability.secrets;

import static dev.slipway.capability.secrets.SecretNeed.generatedSecret;
import static dev.slipway.capability.secrets.SecretNeed.secret;
import static dev.slipway.capability.secrets.SecretsManager.secretsManager;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretRulesTest {
    private static List<Problem> problemsOf(SecretNeed... needs) {
        return Premises.plan(Platform.named("shop")
                        .services(Service.java("mailer").needs(needs))
                        .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, secretsManager())))
                .problems();
    }

    @Test
    void acceptsTwoSecretsOfDifferentPurpose() {
        assertThat(problemsOf(secret("smtp", "username", "pass-word2"), generatedSecret("databases", "key")))
                .isEmpty();
    }

    @Test
    void failsWhenAPurposeIsNoDnsLabel() {
        assertThat(problemsOf(secret("Smtp", "password")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "secrets/purpose",
                        "The purpose (Smtp) of a secret of service mailer must be 1 to 63 lower-case letters, digits or hyphens, starting with a letter and ending with a letter or digit.",
                        "name what it is for, such as secret(\"smtp\", \"password\")."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "database", "master"})
    void failsWhenAPurposeIsThatOfAProvider(String purpose) {
        assertThat(problemsOf(secret(purpose, "password")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "secrets/purpose-reserved",
                        "The purpose (%s) of a secret of service mailer must be none of cache, database, master, whose secrets are made for the service."
                                .formatted(purpose),
                        "ask for what it opens, such as needs(postgres()), or name another purpose."));
    }

    @Test
    void failsWhenASecretHoldsNothing() {
        assertThat(problemsOf(secret("smtp")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "secrets/properties",
                        "The properties () of secret smtp of service mailer must be one or more different names of lower-case letters, digits and hyphens, a letter first.",
                        "name each value that it holds, such as secret(\"smtp\", \"username\", \"password\")."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"userName", "1st", "", "user_name", "-user"})
    void failsWhenAPropertyCannotBecomeAVariable(String property) {
        assertThat(problemsOf(secret("smtp", property)))
                .extracting(Problem::rule)
                .containsExactly("secrets/properties");
    }

    @Test
    void failsWhenAPropertyIsNamedTwice() {
        assertThat(problemsOf(secret("smtp", "password", "password")))
                .extracting(Problem::rule)
                .containsExactly("secrets/properties");
    }

    @Test
    void failsWhenTwoSecretsHaveOnePurpose() {
        assertThat(problemsOf(secret("smtp", "username"), secret("smtp", "password")))
                .extracting(Problem::rule, Problem::what, Problem::fix)
                .containsExactly(tuple(
                        "secrets/duplicate",
                        "The purpose (smtp) of a secret of service mailer is taken by another of its secrets; each needs its own.",
                        "put the properties into one secret, or name another purpose."));
    }

    @Test
    void leavesTheSameSecretTwiceToThePlan() {
        assertThat(problemsOf(secret("smtp", "password"), secret("smtp", "password")))
                .extracting(Problem::rule)
                .containsExactly("need/duplicate");
    }

    @Test
    void acceptsOnePurposeOfTwoServices() {
        assertThat(Premises.plan(Platform.named("shop")
                                .services(
                                        Service.java("mailer").needs(secret("smtp", "password")),
                                        Service.java("order").needs(secret("smtp", "password")))
                                .environments(Environment.named("dev").with(AnyCluster.BY_ADDRESS, secretsManager())))
                        .problems())
                .isEmpty();
    }
}
