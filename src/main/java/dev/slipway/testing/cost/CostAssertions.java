package dev.slipway.testing.cost;

import dev.slipway.review.cost.Estimate;

/**
 * The way into assertions on cost. It can be imported beside {@code assertThat} of AssertJ's own.
 *
 * <pre>{@code
 * assertThat(Estimate.of(synthesis, "prod", prices)).hasNoUnpriced().isBelow(usd(900));
 * }</pre>
 */
public final class CostAssertions {
    private CostAssertions() {}

    /** What an environment costs a month. */
    public static EstimateAssert assertThat(Estimate actual) {
        return new EstimateAssert(actual);
    }
}
