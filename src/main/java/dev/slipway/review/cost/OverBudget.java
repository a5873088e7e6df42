package dev.slipway.review.cost;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.cost.price.Prices;
import dev.slipway.review.cost.usage.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An estimate that is above the budget of its environment, which stands in a template as {@code AWS::Budgets::Budget}.
 *
 * <pre>{@code
 * OverBudget.in(synthesis, Prices.published(), Usage.usual())
 * }</pre>
 *
 * @param budget the resource that has it
 */
public record OverBudget(Resource budget, Money limit, Estimate estimate) {
    private static final String TYPE = "AWS::Budgets::Budget";
    private static final int SHOWN = 3;

    /** Those of all environments. Where parts have no price, the estimate may be above a budget, and seem not to be. */
    public static List<OverBudget> in(Synthesis synthesis, Prices prices, Usage usage) {
        return synthesis.templates().stream()
                .map(Template::stage)
                .distinct()
                .flatMap(stage -> in(synthesis, stage, prices, usage))
                .toList();
    }

    private static Stream<OverBudget> in(Synthesis synthesis, String stage, Prices prices, Usage usage) {
        return synthesis.resources(stage, TYPE).isEmpty()
                ? Stream.empty()
                : of(synthesis, Estimate.of(synthesis, stage, prices, usage)).stream();
    }

    /** The budgets of its environment that an estimate is above. */
    public static List<OverBudget> of(Synthesis synthesis, Estimate estimate) {
        return synthesis.resources(estimate.environment(), TYPE).stream()
                .map(budget -> new OverBudget(budget, limit(budget), estimate))
                .filter(over -> estimate.total().isMoreThan(over.limit()))
                .toList();
    }

    private static Money limit(Resource budget) {
        String amount = budget.property("Budget.BudgetLimit.Amount").text();
        return new Money(amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount));
    }

    /** The budget, the estimate, and what most of it goes to. */
    public String what() {
        String most = estimate.biggest(SHOWN).stream()
                .map(group -> "%s for %s".formatted(group.cost(), group.item()))
                .collect(Collectors.joining(", "));
        String more = estimate.unpriced().isEmpty()
                ? ""
                : " (and %s without a price)".formatted(estimate.unpriced().size());
        return "(%s) must be at least what environment %s costs a month, by its estimate %s%s: most are %s."
                .formatted(limit, estimate.environment(), estimate.total(), more, most);
    }
}
