package dev.slipway.capability.governance;

import static dev.slipway.capability.governance.BootstrapQualifier.bootstrapQualifier;
import static dev.slipway.capability.governance.LogRetention.logRetention;
import static dev.slipway.capability.governance.PermissionsBoundary.permissionsBoundary;
import static dev.slipway.capability.governance.Tagged.tagged;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.workload.Premises;
import dev.slipway.workload.Premises.AnyCluster;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GovernanceRulesTest {
    private static List<String> problemsOf(Choice choice) {
        return problemsOf(
                List.of(choice),
                Environment.named("dev"),
                Environment.named("prod").production());
    }

    private static List<String> problemsOf(List<Choice> choices, Environment... environments) {
        return Premises.plan(Platform.named("shop")
                        .services(Service.java("order"))
                        .with(AnyCluster.BY_ADDRESS)
                        .with(choices.toArray(Choice[]::new))
                        .environments(environments))
                .problems()
                .stream()
                .map(problem -> "%s: %s Fix: %s".formatted(problem.rule(), problem.what(), problem.fix()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "aws:team", "AWS:team", "team!", "a|b"})
    void failsWhenAKeyIsNone(String key) {
        assertThat(problemsOf(tagged(key, "42")))
                .containsExactly(
                        "governance/tag-key: The key (%s) of a tag must be 1 to 128 letters, digits, spaces or _ . : / = + - @, and not start with aws:. Fix: write it as tagged(\"cost-center\", \"42\")."
                                .formatted(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"platform", "environment", "managed-by", "service", "owner", "Name"})
    void failsWhenAKeyIsOneOfOurs(String key) {
        assertThat(problemsOf(tagged(key, "42")))
                .containsExactly(
                        "governance/tag-reserved: The key (%s) of a tag must be none of environment, managed-by, name, owner, platform, service, which are set from the platform. Fix: choose another key, or declare the owner of a service with ownedBy(..)."
                                .formatted(key));
    }

    @Test
    void failsWhenAValueIsNone() {
        assertThat(problemsOf(tagged("team", "a,b")))
                .containsExactly(
                        "governance/tag-value: The value (a,b) of tag team must be at most 256 letters, digits, spaces or _ . : / = + - @. Fix: write it as tagged(\"cost-center\", \"42\").");
        assertThat(problemsOf(tagged("team", "a".repeat(257)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cost-center", "awsteam", "Kostenstelle für Käse", "a:b/c=d+e-f@g_h.i"})
    void acceptsOtherTags(String text) {
        assertThat(problemsOf(tagged(text, text).and("empty", ""))).isEmpty();
    }

    @Test
    void failsWhenThereAreMoreTagsThanAResourceHasRoomFor() {
        Tagged forty = tagged("key1", "");
        for (int i = 2; i <= 40; i++) {
            forty = forty.and("key" + i, "");
        }

        assertThat(problemsOf(forty)).isEmpty();
        assertThat(problemsOf(forty.and("key41", "")))
                .containsExactly(
                        "governance/tags: The tags (41) must be 40 or fewer, as AWS has 50 for each resource. Fix: remove some.");
    }

    @Test
    void seesTheTagsOfThePlatformBehindThoseOfAnEnvironment() {
        assertThat(problemsOf(
                        List.of(tagged("a|b", "")), Environment.named("dev").with(tagged("c", ""))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "arn:aws:iam::111122223333:policy/boundary", "team/boundary", "a b"})
    void failsWhenABoundaryIsNoName(String policy) {
        assertThat(problemsOf(permissionsBoundary(policy)))
                .containsExactly(
                        "governance/boundary: The permissions boundary (%s) must be the name of a policy: 1 to 128 letters, digits or + = , . @ _ -. Fix: write it as permissionsBoundary(\"developer-boundary\"), without ARN or path."
                                .formatted(policy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abcdefghijk", "a.b", "a b"})
    void failsWhenAQualifierIsNone(String qualifier) {
        assertThat(problemsOf(bootstrapQualifier(qualifier)))
                .containsExactly(
                        "governance/qualifier: The bootstrap qualifier (%s) must be 1 to 10 letters, digits, hyphens or underscores. Fix: write it as bootstrapQualifier(\"abc123\"), as in cdk bootstrap --qualifier."
                                .formatted(qualifier));
    }

    @Test
    void acceptsABoundaryAndAQualifierOfAllEnvironments() {
        assertThat(problemsOf(permissionsBoundary("a+b=c,d.e@f_g-h"))).isEmpty();
        assertThat(problemsOf(bootstrapQualifier("abcdefghij"))).isEmpty();
    }

    @Test
    void failsWhenEnvironmentsOfOneAccountDisagree() {
        assertThat(problemsOf(
                        List.of(),
                        Environment.named("dev"),
                        Environment.named("prod").with(bootstrapQualifier("abc123"))))
                .containsExactly(
                        "governance/qualifier-differs: The bootstrap qualifier (abc123) of environment prod is not that of environment dev, with which it shares stacks in account 111122223333 and region eu-central-1; they must have the same. Fix: choose it for the platform, with Platform.named(..).with(..).");
        assertThat(problemsOf(
                        List.of(),
                        Environment.named("dev").with(permissionsBoundary("a")),
                        Environment.named("prod").with(permissionsBoundary("b"))))
                .containsExactly(
                        "governance/boundary-differs: The permissions boundary (b) of environment prod is not that of environment dev, with which it shares stacks in account 111122223333 and region eu-central-1; they must have the same. Fix: choose it for the platform, with Platform.named(..).with(..).");
    }

    @Test
    void acceptsThatEnvironmentsOfTwoAccountsDiffer() {
        assertThat(problemsOf(
                        List.of(),
                        Environment.named("dev").in("111111111111", "eu-west-1"),
                        Environment.named("prod")
                                .in("222222222222", "eu-west-1")
                                .with(bootstrapQualifier("abc123"), permissionsBoundary("b"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 2, 366, 10_000})
    void failsWhenCloudWatchHasNoSuchRetention(int days) {
        assertThat(problemsOf(logRetention(days)))
                .containsExactly(
                        "governance/log-retention: The retention (%s) of logs must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days. Fix: choose the next longer, such as logRetention(365)."
                                .formatted(days));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 365, 3653})
    void acceptsWhatCloudWatchHas(int days) {
        assertThat(problemsOf(logRetention(days))).isEmpty();
    }
}
