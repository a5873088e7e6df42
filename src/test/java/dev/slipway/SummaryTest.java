package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.plan.Inputs;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Target;
import dev.slipway.review.Synthesis;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
    private static final Platform SHOP = SmallPlatform.with();
    private static final Synthesis SYNTHESIS = synthesis();

    @Test
    void countsWhatWasWrittenForEachStage() {
        assertThat(Summary.of(Slipway.plan(SHOP), SYNTHESIS, 12.34))
                .isEqualTo("""
                Platform shop
                  shared          2 files   1 stacks     1 resources
                  dev             5 files   1 stacks     2 resources     3 objects in shop-dev
                  Rendered for the documentation account 111122223333: dev. Name yours in slipway.local.properties (account=, region=).
                cdk.out/ and dist/: 8 files, 0 problems, 12.3 s
                """.replace("\n", System.lineSeparator()));
    }

    @Test
    void saysNothingOfAccountsWhereAllAreNamed() {
        Plan plan = Slipway.plan(SHOP, new Inputs(new Target("444455556666", "eu-west-1"), Map.of()));

        assertThat(Summary.of(plan, SYNTHESIS, 1)).doesNotContain("account");
    }

    @Test
    void pointsToTheModelWhereItNamesTheDocumentationAccount() {
        Environment dev = SHOP.environments().get(0);
        Platform named = Platform.named("shop")
                .services(Service.java("order"))
                .environments(dev.in(Target.DOCUMENTATION_ACCOUNT, "eu-west-1"));

        assertThat(Summary.of(Slipway.plan(named), SYNTHESIS, 1))
                .contains(
                        "account 111122223333: dev. Name yours in Environment.named(..).in(\"<account>\", \"<region>\").");
    }

    @Test
    void countsASharedStageForEachAccountAndRegion() {
        Environment dev = SHOP.environments().get(0);
        Environment prod = Environment.named("prod").with(dev.choices().get(0)).in("444455556666", "eu-west-1");
        Platform spread = Platform.named("shop").services(Service.java("order")).environments(dev, prod);

        assertThat(Summary.of(Slipway.plan(spread), SYNTHESIS, 1).lines())
                .anyMatch(line -> line.startsWith("  shared-111122223333-eu-central-1"))
                .anyMatch(line -> line.startsWith("  shared-444455556666-eu-west-1"));
    }

    @Test
    void countsWarnings() {
        Plan plan = Slipway.plan(SmallPlatform.with(new SmallPlatform.Doubtful()));

        assertThat(Summary.of(plan, SYNTHESIS, 1)).contains(" 1 problem,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ar-EG", "tr-TR", "de-DE", "hi-IN-u-nu-deva"})
    void readsAlikeInEveryLocale(String tag) {
        Locale before = Locale.getDefault();
        String expected = Summary.of(Slipway.plan(SHOP), SYNTHESIS, 1.5);
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            assertThat(Summary.of(Slipway.plan(SHOP), SYNTHESIS, 1.5)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static Synthesis synthesis() {
        Map<String, String> files = new TreeMap<>();
        files.put("cdk.out/manifest.json", "{}");
        stack(files, "shared", "registry", "{\"Resources\":{\"A\":{\"Type\":\"T\"}}}");
        stack(files, "dev", "network", "{\"Resources\":{\"A\":{\"Type\":\"T\"},\"B\":{\"Type\":\"T\"}}}");
        files.put("dist/dev/order.k8s.yaml", String.join("---\n", List.of("kind: A\n", "kind: B\n")));
        files.put("dist/dev/platform.k8s.yaml", "kind: C\n");
        files.put("dist/dev.topology.json", "{}");
        return Synthesis.of(files);
    }

    private static void stack(Map<String, String> files, String stage, String concern, String template) {
        String folder = "cdk.out/assembly-" + stage + "/";
        String file = stage + concern + "1.template.json";
        files.put(folder + file, template);
        files.put(folder + "manifest.json", """
                {"artifacts": {"%s": {"type": "aws:cloudformation:stack", "displayName": "%s/%s",
                  "properties": {"templateFile": "%s"}}}}""".formatted(concern, stage, concern, file));
    }
}
