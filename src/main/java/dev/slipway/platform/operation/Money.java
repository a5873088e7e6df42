package dev.slipway.platform.operation;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in US dollars, in which AWS has its prices and its budgets.
 *
 * <pre>{@code
 * budget(usd(900))
 * }</pre>
 *
 * @param dollars with as many digits as it was written with
 */
public record Money(BigDecimal dollars) implements Comparable<Money> {
    public static final Money NOTHING = new Money(BigDecimal.ZERO);

    public static Money usd(long dollars) {
        return new Money(BigDecimal.valueOf(dollars));
    }

    /** With cents: {@code usd("12.50")}. */
    public static Money usd(String dollars) {
        return new Money(new BigDecimal(dollars));
    }

    public Money plus(Money other) {
        return new Money(dollars.add(other.dollars));
    }

    public Money minus(Money other) {
        return new Money(dollars.subtract(other.dollars));
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    @Override
    public int compareTo(Money other) {
        return dollars.compareTo(other.dollars);
    }

    /** To the cent: {@code $12.50}. */
    @Override
    public String toString() {
        BigDecimal cents = dollars.setScale(2, RoundingMode.HALF_UP);
        return (cents.signum() < 0 ? "-$" : "$") + cents.abs().toPlainString();
    }
}
