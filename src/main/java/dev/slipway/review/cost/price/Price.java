package dev.slipway.review.cost.price;

import dev.slipway.platform.operation.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a unit of something costs in a region, on demand and without discounts.
 *
 * <pre>{@code
 * new Price("vpc/nat-gateway", "us-east-1", new BigDecimal("0.045"), "hour", LocalDate.of(2026, 9, 25), "https://...")
 * }</pre>
 *
 * @param item what is paid for: {@code vpc/nat-gateway}
 * @param region of AWS, or {@link #EVERYWHERE}
 * @param value in US dollars
 * @param unit what the value buys: {@code hour}, {@code GB-month}
 * @param date when the source said so
 * @param source the public page, file or price list where it was read
 */
public record Price(String item, String region, BigDecimal value, String unit, LocalDate date, String source) {
    /** In the place of a region, for what costs the same in all of them. */
    public static final String EVERYWHERE = "*";

    /** What a quantity of it costs. */
    public Money times(BigDecimal quantity) {
        return new Money(value.multiply(quantity));
    }
}
