package dev.slipway.ordering.notification.message;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts for people. */
final class Money {
    private static final int USUAL_DIGITS = 2;

    private Money() {}

    /** As {@code 29.80 EUR} for 2980 minor units. */
    static String text(long minorUnits, String currency) {
        return "%s %s"
                .formatted(BigDecimal.valueOf(minorUnits, digits(currency)).toPlainString(), currency);
    }

    private static int digits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return USUAL_DIGITS;
        }
    }
}
