package dev.slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.manifest.ManifestChecks;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every object of every environment of every blueprint, and of every provider, as a cluster would look at it. */
class ManifestsAcceptedTest {
    @TestFactory
    Stream<DynamicTest> fitTheClosedSchemaOfTheirKind() {
        return each(synthesis -> assertThat(objects(synthesis).flatMap(object -> KindSchemas.findings(object).stream()))
                .isEmpty());
    }

    @TestFactory
    Stream<DynamicTest> passWhatClustersCheckBeyondSchemas() {
        return each(synthesis -> assertThat(
                        ManifestChecks.findings(synthesis).stream().map(Finding::toString))
                .isEmpty());
    }

    @Test
    void areThoseOfBlueprintsToo() {
        assertThat(Rendered.blueprints()).containsKey("OrderingPlatform");
        assertThat(Rendered.blueprints().values())
                .allSatisfy(synthesis -> assertThat(objects(synthesis)).isNotEmpty());
    }

    private static Stream<DynamicTest> each(java.util.function.Consumer<Synthesis> check) {
        return Rendered.everything().entrySet().stream()
                .map(rendered -> DynamicTest.dynamicTest(rendered.getKey(), () -> check.accept(rendered.getValue())));
    }

    private static Stream<Manifest> objects(Synthesis synthesis) {
        return synthesis.environments().stream().flatMap(environment -> synthesis.manifests(environment).stream());
    }
}
