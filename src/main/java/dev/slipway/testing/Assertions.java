package dev.slipway.testing;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.review.Template;
import dev.slipway.review.workload.Workload;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.ManifestAssert;
import dev.slipway.testing.assertion.ResourceAssert;
import dev.slipway.testing.assertion.StackAssert;
import dev.slipway.testing.assertion.SynthesisAssert;
import dev.slipway.testing.assertion.WorkloadAssert;

/**
 * The way into assertions on what was rendered; completion leads on from there.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").service("order").mayPublishTo("order.placed");
 * }</pre>
 *
 * <p>It can be imported beside {@code assertThat} of AssertJ's own.
 */
public final class Assertions {
    private Assertions() {}

    /** Everything that was rendered. */
    public static SynthesisAssert assertThat(Synthesis actual) {
        return new SynthesisAssert(actual);
    }

    /** What was rendered for one environment. */
    public static EnvironmentAssert assertThat(SynthesizedEnvironment actual) {
        return new EnvironmentAssert(actual);
    }

    /** The template of a stack. */
    public static StackAssert assertThat(Template actual) {
        return new StackAssert(actual);
    }

    /** An AWS resource. */
    public static ResourceAssert assertThat(Resource actual) {
        return new ResourceAssert(actual);
    }

    /** A Kubernetes object. */
    public static ManifestAssert assertThat(Manifest actual) {
        return new ManifestAssert(actual);
    }

    /** What makes pods. */
    public static WorkloadAssert assertThat(Workload actual) {
        return new WorkloadAssert(actual);
    }
}
