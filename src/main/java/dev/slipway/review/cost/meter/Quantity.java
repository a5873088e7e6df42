package dev.slipway.review.cost.meter;

import dev.slipway.review.cost.usage.Assumption;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A quantity of an item that has a price.
 *
 * @param item as in {@link dev.slipway.review.cost.price.Price#item()}
 * @param amount a month
 * @param unit of the amount: {@code hour}, {@code GB-month}
 * @param assumption on which it rests; none where it follows from what was rendered
 */
public record Quantity(String item, BigDecimal amount, String unit, Optional<Assumption> assumption) {
    /** Hours of a month, as in the examples of AWS: https://aws.amazon.com/calculator/calculator-assumptions/. */
    public static final BigDecimal HOURS = BigDecimal.valueOf(730);

    static Quantity hours(String item, long each) {
        return fixed(item, HOURS.multiply(BigDecimal.valueOf(each)), "hour");
    }

    static Quantity months(String item, long each) {
        return fixed(item, BigDecimal.valueOf(each), "month");
    }

    static Quantity fixed(String item, BigDecimal amount, String unit) {
        return new Quantity(item, amount.stripTrailingZeros(), unit, Optional.empty());
    }

    static Quantity assumed(String item, BigDecimal amount, String unit, Assumption assumption) {
        return new Quantity(item, amount.stripTrailingZeros(), unit, Optional.of(assumption));
    }
}
