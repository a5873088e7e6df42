package dev.slipway.testing;

import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.SynthesisAssert;

/**
 * The same assertions in the words of behaviour-driven development.
 *
 * <pre>{@code
 * then(synthesis).environment("prod").service("order").mayPublishTo("order.placed");
 * }</pre>
 */
public final class BddAssertions {
    private BddAssertions() {}

    /** Everything that was rendered. */
    public static SynthesisAssert then(Synthesis actual) {
        return new SynthesisAssert(actual);
    }

    /** What was rendered for one environment. */
    public static EnvironmentAssert then(SynthesizedEnvironment actual) {
        return new EnvironmentAssert(actual);
    }
}
