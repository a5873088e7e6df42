package dev.slipway.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.acceptance.Rendered;
import dev.slipway.platform.Platform;
import dev.slipway.review.change.Changes;
import dev.slipway.review.change.Kind;
import dev.slipway.review.change.state.StateFindings;
import dev.slipway.review.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each change that users make, by itself, on every blueprint in production: {@code mvn verify -Dit.test=UpgradeIT
 * -Dslipway.update=true} writes the page of them anew.
 */
class UpgradeIT {
    private static final Path PAGE = Path.of("docs/reference/changes.md");
    private static final String SHOWN = "OrderingPlatform";
    private static final Map<String, Changes> MADE = new ConcurrentHashMap<>();

    @TestFactory
    Stream<DynamicTest> losesNothingThatNoRuleNames() {
        return Production.platforms().entrySet().stream()
                .flatMap(platform -> all().filter(variant -> variant.applies(platform.getValue()))
                        .map(variant -> DynamicTest.dynamicTest(
                                platform.getKey() + ": " + variant.what(),
                                () -> check(variant, made(platform.getKey(), platform.getValue(), variant)))));
    }

    @TestFactory
    Stream<DynamicTest> doesNotMindTheOrderOfEnvironments() {
        return Rendered.platforms().entrySet().stream()
                .map(platform -> DynamicTest.dynamicTest(platform.getKey(), () -> {
                    Platform reversed = Edit.environments(Edit::reversed).apply(platform.getValue());
                    Changes changes = Changes.between(
                            Rendered.blueprints().get(platform.getKey()), Slipway.render(Slipway.plan(reversed)));
                    assertThat(StateFindings.of(changes)).isEmpty();
                    assertThat(changes.resources(change -> change.kind() != Kind.CHANGED))
                            .isEmpty();
                }));
    }

    private static Stream<Variant> all() {
        return Stream.concat(SafeVariants.all().stream(), DangerousVariants.all().stream());
    }

    private static Changes made(String name, Platform platform, Variant variant) {
        return MADE.computeIfAbsent(name + variant.what(), key -> Production.changes(variant, platform));
    }

    private static void check(Variant variant, Changes changes) {
        assertThat(new TreeSet<>(
                        StateFindings.of(changes).stream().map(Finding::rule).toList()))
                .containsExactlyInAnyOrderElementsOf(variant.rules());
        if (variant.isSafe()) {
            assertThat(changes.objects())
                    .allSatisfy(change -> assertThat(change.immutable()).isEmpty());
        }
    }

    @Test
    void isWhatThePageSays() throws IOException {
        Platform platform = Production.platforms().get(SHOWN);
        ChangesPage page = new ChangesPage();
        SafeVariants.all().forEach(variant -> page.safe(variant, made(SHOWN, platform, variant)));
        DangerousVariants.all().forEach(variant -> page.dangerous(variant, made(SHOWN, platform, variant)));
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page.markdown());
        }
        assertThat(PAGE).hasContent(page.markdown());
    }
}
