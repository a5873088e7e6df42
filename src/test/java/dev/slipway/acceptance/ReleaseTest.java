package dev.slipway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import dev.slipway.review.change.ImmutableFields;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every team does every day: release again. */
class ReleaseTest {
    private static final String PATH = "dist/prod/order.k8s.yaml";

    @TestFactory
    Stream<DynamicTest> changesNoFieldThatMayNotChange() {
        return Rendered.platforms().entrySet().stream()
                .map(platform -> DynamicTest.dynamicTest(platform.getKey(), () -> {
                    Synthesis before = Rendered.blueprints().get(platform.getKey());
                    Synthesis after = Slipway.render(Slipway.plan(next(platform.getValue())));
                    assertThat(after.files()).isNotEqualTo(before.files());
                    assertThat(ImmutableFields.changed(before, after)).isEmpty();
                }));
    }

    private static Platform next(Platform platform) {
        return platform.release("99.0.0");
    }

    @Test
    void isFoundWhereItDoes() {
        assertThat(ImmutableFields.changed(job("1.0.0"), job("1.0.1")))
                .singleElement()
                .asString()
                .startsWith(
                        "kubernetes/immutable Job migrate in prod/order.k8s.yaml: spec.template must stay what it was (");
        assertThat(ImmutableFields.changed(job("1.0.0"), job("1.0.0"))).isEmpty();
    }

    private static Synthesis job(String tag) {
        return Synthesis.of(java.util.Map.of(
                PATH,
                "{kind: Job, metadata: {name: migrate, namespace: a}, spec: {template: {spec: {containers: [{image: 'a:%s'}]}}}}"
                        .formatted(tag)));
    }
}
