package dev.slipway.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Platform;
import dev.slipway.review.change.Changes;
import dev.slipway.review.change.Kind;
import dev.slipway.review.change.state.StateFindings;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What users change in a model, all at once, on every blueprint in production; {@link UpgradeIT} tries each by itself. */
class UpgradeTest {
    @TestFactory
    Stream<DynamicTest> losesNothingByWhatUsersChangeEveryDay() {
        return onEachBlueprint((name, platform) -> {
            Variant every = every(SafeVariants.all());
            Changes changes = Production.changes(every, platform);
            assertThat(changes.resources()).extracting(change -> change.kind()).contains(Kind.ADDED, Kind.CHANGED);
            assertThat(StateFindings.of(changes)).isEmpty();
            assertThat(changes.objects())
                    .allSatisfy(change -> assertThat(change.immutable()).isEmpty());
        });
    }

    @TestFactory
    Stream<DynamicTest> saysWhatIsLostWithAService() {
        return onEachBlueprint((name, platform) -> {
            String gone =
                    platform.services().get(platform.services().size() - 1).name();
            Variant rename = Variant.found("Rename", DangerousVariants::withALastRenamed);
            Changes changes = Production.changes(rename, platform);
            List<Finding> findings = StateFindings.of(changes);
            assertThat(findings).extracting(Finding::rule).containsOnly(DangerousVariants.REMOVES);
            assertThat(findings)
                    .extracting(Finding::object)
                    .containsExactlyInAnyOrderElementsOf(
                            changes.resources(change -> change.isStateful() && change.kind() == Kind.REMOVED).stream()
                                    .map(Object::toString)
                                    .toList());
            assertThat(findings)
                    .extracting(Finding::what)
                    .anySatisfy(what -> assertThat(what).startsWith("(%s/%s)".formatted(platform.name(), gone)))
                    .allSatisfy(what -> assertThat(what).contains("it stays in the account"));
        });
    }

    @Test
    void findsSomethingToChangeInABlueprint() {
        assertThat(Stream.concat(SafeVariants.all().stream(), DangerousVariants.all().stream()))
                .allSatisfy(variant -> assertThat(Production.platforms().values())
                        .as(variant.what())
                        .anyMatch(variant::applies));
    }

    private interface Check {
        void on(String name, Platform platform);
    }

    private static Stream<DynamicTest> onEachBlueprint(Check check) {
        return Production.platforms().entrySet().stream()
                .map(platform -> DynamicTest.dynamicTest(
                        platform.getKey(), () -> check.on(platform.getKey(), platform.getValue())));
    }

    private static Variant every(List<Variant> variants) {
        Edit before = platform -> platform;
        Edit edit = platform -> platform;
        for (Variant variant : variants) {
            if (!variant.what().equals("Add an environment")) {
                before = before.and(variant.before());
                edit = edit.and(variant.edit());
            }
        }
        return new Variant("Everything", before, edit, List.of());
    }
}
