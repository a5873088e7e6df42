package dev.slipway.acceptance;

import static dev.slipway.render.custom.Customization.customize;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.Slipway;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Platform;
import dev.slipway.render.custom.Customization;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Validations;
import software.amazon.awscdk.services.sns.CfnTopic;
import software.constructs.IConstruct;

/**
 * cdk-nag's AwsSolutions over every stack of every stage of every blueprint. A fault is planted in each stage, so that the very
 * run which finds nothing else shows that it looks everywhere.
 */
class NagTest {
    private static final String PLANTED = "Planted";

    @TestFactory
    Stream<DynamicTest> findsWhatIsPlantedInEachStageAndNothingElse() {
        return Rendered.platforms().entrySet().stream()
                .filter(platform -> !stacks(platform.getKey()).isEmpty())
                .map(platform -> DynamicTest.dynamicTest(platform.getKey(), () -> assertThat(findings(
                                platform.getValue(), stacks(platform.getKey()).values()))
                        .containsExactlyInAnyOrderElementsOf(stacks(platform.getKey()).values().stream()
                                .map(stack -> "cdk/AwsSolutions-SNS3 at %s/%s".formatted(stack, PLANTED))
                                .toList())));
    }

    /** One of each stage. */
    private static Map<String, String> stacks(String blueprint) {
        Synthesis synthesis = Rendered.blueprints().get(blueprint);
        Map<String, String> stacks = new TreeMap<>();
        for (Template template : synthesis.templates()) {
            stacks.putIfAbsent(template.stage(), template.path());
        }
        return stacks;
    }

    private static List<String> findings(Platform platform, Iterable<String> stacks) {
        Customization customization = customize();
        for (String stack : stacks) {
            customization = customization.stack(stack, NagTest::plant);
        }
        String first = stacks.iterator().next();
        Platform nagged = platform.with(customization.stack(first, NagTest::nag));
        return catchThrowableOfType(InvalidPlatformException.class, () -> Slipway.render(Slipway.plan(nagged)))
                .problems()
                .stream()
                .map(problem ->
                        "%s at %s".formatted(problem.rule(), problem.origin().file()))
                .toList();
    }

    private static void plant(Stack stack) {
        CfnTopic.Builder.create(stack, PLANTED).build();
    }

    /** On the app, as a plugin: an aspect there would not reach the stacks of a stage. */
    private static void nag(Stack stack) {
        IConstruct app = stack.getNode().getRoot();
        Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    }
}
