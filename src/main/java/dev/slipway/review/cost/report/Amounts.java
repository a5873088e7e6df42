package dev.slipway.review.cost.report;

import dev.slipway.review.cost.Estimate;
import dev.slipway.review.cost.Group;
import dev.slipway.review.cost.Unpriced;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers and counts as reports show them. */
final class Amounts {
    private Amounts() {}

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** {@code 2190 hours}. */
    static String quantity(Group group) {
        boolean isOne = group.amount().compareTo(BigDecimal.ONE) == 0;
        String unit = group.price().unit();
        boolean counts = unit.equals("hour") || unit.equals("month") || unit.endsWith("-hour");
        return "%s %s%s".formatted(plain(group.amount()), unit, counts && !isOne ? "s" : "");
    }

    /** How often each is unpriced, by item, or by type where there is no item. */
    static Map<String, Integer> counted(List<Unpriced> unpriced) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        unpriced.forEach(each -> counts.merge(each.item().isEmpty() ? each.type() : each.item(), 1, Integer::sum));
        return counts;
    }

    static String region(Estimate estimate) {
        return estimate.region().isEmpty() ? "an unknown region" : estimate.region();
    }
}
