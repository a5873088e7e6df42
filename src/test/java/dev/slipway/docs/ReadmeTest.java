package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.Slipway;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Platform;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Markdown PAGES = Markdown.OF_THIS_REPOSITORY;

    @Test
    void showsTheEventsOfTheOrderingPlatform() {
        assertThat(PAGES.block("generated", "ordering-events").text())
                .isEqualTo(new OrderingDiagrams(OrderingPlatform.platform()).events());
    }

    @Test
    void showsTheStateThatOrderingServicesShare() {
        assertThat(PAGES.block("generated", "ordering-state").text())
                .isEqualTo(new OrderingDiagrams(OrderingPlatform.platform()).sharedState());
    }

    /** Numbers grow with the platform and are not held; names are. */
    @Test
    void showsALineOfTheSummaryForEachEnvironmentOfTheOrderingPlatform() {
        List<String> lines = PAGES.block("output", "summary")
                .text()
                .lines()
                .map(String::strip)
                .toList();
        List<EnvironmentPlan> environments =
                Slipway.plan(OrderingPlatform.platform()).verify().environments();

        assertThat(environments).isNotEmpty();
        assertThat(lines).hasSize(environments.size() + 4).startsWith("Platform ordering");
        assertThat(lines.get(1)).startsWith("shared ");
        for (int i = 0; i < environments.size(); i++) {
            assertThat(lines.get(i + 2))
                    .startsWith(environments.get(i).name() + " ")
                    .endsWith(" objects in " + environments.get(i).names().namespace());
        }
    }

    @Test
    void showsWhatIsSaidAboutABrokenService() {
        assertThat(refusalOf(BrokenPlatform.platform()))
                .isEqualTo(PAGES.block("output", "problems").text());
    }

    @Test
    void showsWhatIsSaidAboutNeedsThatNothingProvides() {
        assertThat(refusalOf(BrokenPlatform.withoutProviders()))
                .isEqualTo(PAGES.block("output", "unmet").text());
    }

    private static String refusalOf(Platform platform) {
        Plan plan = Slipway.plan(platform);
        InvalidPlatformException refusal = catchThrowableOfType(InvalidPlatformException.class, plan::verify);
        return refusal.getMessage().replace("\r\n", "\n") + "\n";
    }

    /** Every variable and every action that the two ends of an edge get is in the table of what an edge becomes. */
    @Test
    void namesEverythingThatADeclaredEdgeBecomes() {
        String table = Markdown.read(Path.of("README.md"));
        EnvironmentPlan dev =
                Slipway.plan(ShopPlatform.platform()).verify().environments().get(0);
        List<ServicePlan> ends = dev.services();
        List<String> needed = ends.stream()
                .flatMap(end -> Stream.concat(
                        end.grants().stream().flatMap(grant -> grant.actions().stream()),
                        end.variables().stream().map(Variable::name).filter(ReadmeTest::isOfStreaming)))
                .distinct()
                .toList();

        assertThat(needed).hasSizeGreaterThan(10);
        assertThat(needed).allSatisfy(name -> assertThat(table).contains("`" + name + "`"));
    }

    private static boolean isOfStreaming(String variable) {
        return variable.startsWith("KAFKA_") || variable.startsWith("TOPIC_");
    }
}
