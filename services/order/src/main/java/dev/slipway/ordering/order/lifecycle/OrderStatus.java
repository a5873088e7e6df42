package dev.slipway.ordering.order.lifecycle;

import java.util.Locale;

/** Where in the saga an order is. */
public enum OrderStatus {
    /** Stock is asked for. */
    PLACED,
    /** Stock is reserved, payment is asked for. */
    AWAITING_PAYMENT,
    /** Paid: the end, unless the customer cancels. */
    CONFIRMED,
    /** The end; what had been done is undone by those who did it. */
    CANCELLED;

    /** As the API names it: {@code awaiting-payment}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
