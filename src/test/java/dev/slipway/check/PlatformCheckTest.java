package dev.slipway.check;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;
import static dev.slipway.review.rule.OwnRules.rules;
import static dev.slipway.review.rule.Selection.manifests;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.rule.Rule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformCheckTest {
    private static final Rule OWNED = Rule.named("acme/owner")
            .because("somebody must be woken when it fails")
            .fix("declare an owner.")
            .over(manifests("ConfigMap").at("metadata.labels.owner").must("name a team", Tree::exists));

    private static final Service ORDER = Service.java("order");
    private static final Platform SHOP =
            Platform.named("shop").with(rules(OWNED)).services(ORDER).environments(Environment.named("dev"));
    private static final int LINE = ORDER.origin().line();

    /** The second object of its file. */
    private static final Synthesis BROKEN = Synthesis.of(Map.of("dist/dev/order.k8s.yaml", """
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: order
              namespace: default
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: order
              namespace: default
            """));

    private static CheckResult check(Platform platform, Problem... problems) {
        return PlatformCheck.of(new Plan(platform, List.of(), List.of(problems)), BROKEN);
    }

    private static Problem late() {
        return warning("sizing/late", ORDER.origin(), "The size (1) of service order is late.", "be early.");
    }

    @Test
    void saysWhatThePlanAndWhatTheOutputHaveWrong() {
        assertThat(check(SHOP, late()).text()).isEqualToNormalizingNewlines("""
                error acme/owner at PlatformCheckTest.java:%s
                  ConfigMap order in dev/order.k8s.yaml: metadata.labels.owner (none) must name a team.
                  Fix: declare an owner.
                warning sizing/late at PlatformCheckTest.java:%s
                  The size (1) of service order is late.
                  Fix: be early.
                1 error, 1 warning, 0 accepted
                """.formatted(LINE, LINE));
    }

    @Test
    void saysWhatIsAcceptedAndWhy() {
        Service accepting = ORDER.accepts("acme/owner", "it is nobody's").accepts("sizing/late", "it may be late");
        Platform platform = Platform.named("shop").with(rules(OWNED)).services(accepting);
        CheckResult result = check(platform, late());
        assertThat(result.findings()).isEmpty();
        assertThat(result.exitCode()).isZero();
        assertThat(result.strictExitCode()).isZero();
        assertThat(result.text()).isEqualToNormalizingNewlines("""
                accepted acme/owner at PlatformCheckTest.java:%s
                  ConfigMap order in dev/order.k8s.yaml: metadata.labels.owner (none) must name a team.
                  Because: it is nobody's
                accepted sizing/late at PlatformCheckTest.java:%s
                  The size (1) of service order is late.
                  Because: it may be late
                0 errors, 0 warnings, 2 accepted
                """.formatted(
                        accepting.acceptances().get(0).origin().line(),
                        accepting.acceptances().get(1).origin().line()));
    }

    @Test
    void endsWithOneWhereThereIsAnError() {
        assertThat(check(SHOP).exitCode()).isEqualTo(CheckResult.REFUSED);
        Platform sloppy = Platform.named("shop").services(ORDER);
        assertThat(check(sloppy, late()).exitCode()).isEqualTo(CheckResult.FINE);
        assertThat(check(sloppy, late()).strictExitCode()).isEqualTo(CheckResult.REFUSED);
    }

    @Test
    void isOfThePlanAloneWhereThatHasErrors() {
        Problem wrong = error("platform/name", SHOP.origin(), "The name (shop) is taken.", "take another.");
        CheckResult result = PlatformCheck.of(new Plan(SHOP, List.of(), List.of(wrong)));
        assertThat(result.text())
                .contains("error platform/name at PlatformCheckTest.java")
                .contains("1 error");
        assertThat(result.exitCode()).isEqualTo(CheckResult.REFUSED);
        assertThat(result.problems()).containsExactly(wrong);
    }

    @Test
    void isJsonForProgramsOfOnesOwn() throws IOException {
        JsonNode finding = new ObjectMapper().readTree(check(SHOP).json()).at("/findings/0");
        assertThat(finding.get("rule").asText()).isEqualTo("acme/owner");
        assertThat(finding.get("severity").asText()).isEqualTo("error");
        assertThat(finding.get("service").asText()).isEqualTo("order");
        assertThat(finding.get("environment").asText()).isEqualTo("dev");
        assertThat(finding.get("declaredAt"))
                .hasToString("{\"file\":\"PlatformCheckTest.java\",\"line\":%s}".formatted(LINE));
        assertThat(finding.get("renderedTo")).hasToString("{\"file\":\"dist/dev/order.k8s.yaml\",\"line\":7}");
    }
}
