package dev.slipway.docs;

import static dev.slipway.capability.budget.Budget.budget;
import static dev.slipway.platform.operation.Money.usd;
import static dev.slipway.testing.cost.CostAssertions.assertThat;

import dev.slipway.platform.Environment;
import dev.slipway.review.Synthesis;
import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.price.Prices;

/** What the guide to costs shows. */
final class CostSnippets {
    private CostSnippets() {}

    static Environment environment() {
        // snippet: cost-budget
        Environment prod = Environment.named("prod").with(budget(usd(900)).alerting("ops@example.com"));
        // end
        return prod;
    }

    static void costsLittle(Synthesis synthesis, String ours) {
        // snippet: cost-test
        Prices prices = Prices.published().with(Prices.read(ours));
        Estimate estimate = Estimate.of(synthesis, "prod", prices);

        assertThat(estimate).hasNoUnpriced().isBelow(usd(900)).hasNo("vpc/nat-gateway");
        // end
    }
}
