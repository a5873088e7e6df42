package dev.slipway.plan.check;

import static dev.slipway.plan.check.RuleCase.ofEnvironment;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.SMALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Environment;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvironmentRulesTest {
    private static final String LABEL =
            "lower-case letters, digits or %shyphens, starting with a letter and ending with a" + " letter or digit";
    private static final String NAME =
            "must be 1 to 63 " + LABEL.formatted("single ") + ", and not shared, which holds what environments share.";

    private static Environment dev() {
        return Environment.named("dev");
    }

    static Stream<RuleCase> names() {
        return Stream.of(
                ofEnvironment(
                        "environment/name",
                        "The name (Dev) of an environment " + NAME,
                        "rename the environment.",
                        Environment.named("Dev"),
                        Environment.named("dev-1")),
                ofEnvironment(
                        "environment/name",
                        "The name (shared) of an environment " + NAME,
                        "rename the environment.",
                        Environment.named("shared"),
                        Environment.named("shared-1")),
                ofEnvironment(
                        "environment/name",
                        "The name (dev--1) of an environment " + NAME,
                        "rename the environment.",
                        Environment.named("dev--1"),
                        Environment.named("dev-1-a")),
                ofEnvironment(
                        "environment/namespace",
                        "The namespace (Shop) of environment dev must be 1 to 63 " + LABEL.formatted("") + ".",
                        "rename the namespace.",
                        dev().namespace("Shop"),
                        dev().namespace("shop--dev")));
    }

    static Stream<RuleCase> hosts() {
        return Stream.of(
                        "https://shop.example.com",
                        "shop.example.com/",
                        "Shop.example.com",
                        "shop",
                        "<svc>.example.com")
                .map(host -> ofEnvironment(
                        "environment/host",
                        "The host (%s) of environment dev must be a full host name in lower case, without scheme or path."
                                .formatted(host),
                        "write it as host(\"dev.shop.example.com\").",
                        dev().host(host),
                        dev().host("shop.example.com"),
                        dev().host("<service>.example.com")));
    }

    static Stream<RuleCase> targets() {
        String account = "copy it from aws sts get-caller-identity.";
        String region = "name one such as eu-central-1; aws account list-regions prints those of an account.";
        Environment good = dev().in("012345678901", "eu-west-1");
        return Stream.of(
                ofEnvironment(
                        "environment/account",
                        "The account (11112222333) of environment dev must be 12 digits.",
                        account,
                        dev().in("11112222333", "eu-west-1"),
                        good),
                ofEnvironment(
                        "environment/account",
                        "The account (1111-2222-33) of environment dev must be 12 digits.",
                        account,
                        dev().in("1111-2222-33", "eu-west-1"),
                        good),
                ofEnvironment(
                        "environment/region",
                        "The region (eu-west-1a) of environment dev must be the code of an AWS region.",
                        region,
                        dev().in("111122223333", "eu-west-1a"),
                        good,
                        dev().in("111122223333", "us-gov-west-1"),
                        dev().in("111122223333", "us-isob-east-1"),
                        dev().in("111122223333", "eusc-de-east-1"),
                        dev().in("111122223333", "ap-southeast-5")),
                ofEnvironment(
                        "environment/region",
                        "The region (Frankfurt) of environment dev must be the code of an AWS region.",
                        region,
                        dev().in("111122223333", "Frankfurt"),
                        good));
    }

    @ParameterizedTest
    @MethodSource({"names", "hosts", "targets"})
    void saysWhatIsWrongWithAnEnvironmentAndPassesTheNearMiss(RuleCase rule) {
        rule.verify();
    }

    @Test
    void pointsAtTheSecondOfTwoChoicesOfOneKind() {
        Autoscaling first = autoscale(1, 2);
        Autoscaling second = autoscale(2, 3);
        assertThat(PlatformChecks.of(RuleCase.in(dev().with(first, SMALL, second))))
                .singleElement()
                .satisfies(problem -> assertThat(problem)
                        .isEqualTo(Problem.error(
                                "choice/duplicate",
                                second.origin(),
                                "Environment dev chooses two of one kind (Autoscaling and Autoscaling, both Autoscaling);"
                                        + " it must choose one.",
                                "remove one of the two.")))
                .satisfies(problem ->
                        assertThat(problem.origin()).hasToString(second.origin().toString()));
    }

    @Test
    void acceptsChoicesOfDifferentKinds() {
        assertThat(PlatformChecks.of(RuleCase.in(dev().with(autoscale(1, 2), SMALL))))
                .isEmpty();
    }
}
