package dev.slipway.review.cost.report;

import dev.slipway.review.cost.Estimate;
import java.util.stream.Collectors;

/**
 * An estimate for a comment or a page.
 *
 * <pre>{@code
 * CostMarkdown.of(estimate)
 * }</pre>
 */
public final class CostMarkdown {
    private CostMarkdown() {}

    /** A heading, a table with the largest first, and what has no price. */
    public static String of(Estimate estimate) {
        String unpriced = estimate.unpriced().isEmpty()
                ? ""
                : "\nWithout a price, and not in the total: %s.\n"
                        .formatted(Amounts.counted(estimate.unpriced()).entrySet().stream()
                                .map(each -> "`%s` (%s)".formatted(each.getKey(), each.getValue()))
                                .collect(Collectors.joining(", ")));
        return "### %s: %s a month\n\nIn %s, of it %s fixed; what is marked * is assumed.\n\n"
                        .formatted(estimate.environment(), estimate.total(), Amounts.region(estimate), estimate.fixed())
                + table(estimate)
                + unpriced;
    }

    /** The table alone. */
    public static String table(Estimate estimate) {
        return "| a month | for | quantity | price | stack |\n| ---: | --- | ---: | ---: | --- |\n"
                + estimate.biggest(Integer.MAX_VALUE).stream()
                        .map(group -> "| %s | `%s` | %s%s | $%s | %s |\n"
                                .formatted(
                                        group.cost(),
                                        group.item(),
                                        Amounts.quantity(group),
                                        group.assumption().isPresent() ? " *" : "",
                                        Amounts.plain(group.price().value()),
                                        group.stack()))
                        .collect(Collectors.joining());
    }
}
