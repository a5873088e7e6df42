package dev.slipway.review.rule;

import dev.slipway.review.cost.OverBudget;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.usage.Usage;
import dev.slipway.review.finding.Finding;
import java.util.List;

/** What a month may cost. An estimate is made only where an environment has a budget. */
final class CostRules {
    static final List<Rule> ALL = List.of(Rule.named("cost/over-budget")
            .because(
                    "what an environment costs is known before it is deployed, and its budget says how much that may be")
            .fix("choose what costs less, as slipway cost shows it, or a higher budget(usd(..)).")
            .over(synthesis -> OverBudget.in(synthesis, Prices.published(), Usage.usual()).stream()
                    .map(over -> Finding.about(over.budget(), "Properties.Budget.BudgetLimit.Amount", over.what()))));

    private CostRules() {}
}
