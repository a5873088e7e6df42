package dev.slipway.testing;

import dev.slipway.review.Synthesis;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.testing.assertion.EnvironmentAssert;
import dev.slipway.testing.assertion.SynthesisAssert;
import org.assertj.core.api.SoftAssertionsProvider;

/**
 * Soft assertions on what was rendered, to mix into soft assertions of one's own: what fails is collected, and told together
 * by {@code assertAll}. Along a chain too: where a service is missing, that is told, and nothing of what follows.
 */
public interface SlipwaySoftAssertionsProvider extends SoftAssertionsProvider {
    /** Everything that was rendered. */
    default SynthesisAssert assertThat(Synthesis actual) {
        return new SynthesisAssert(actual, this::collectAssertionError);
    }

    /** What was rendered for one environment. */
    default EnvironmentAssert assertThat(SynthesizedEnvironment actual) {
        return new EnvironmentAssert(actual, this::collectAssertionError);
    }
}
