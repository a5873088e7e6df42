package dev.slipway.ordering.order.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why an order was cancelled. */
public enum CancelReason {
    CUSTOMER,
    STOCK_REJECTED,
    PAYMENT_FAILED,
    TIMED_OUT;

    /** As events and the API name it: {@code stock-rejected}. */
    @JsonValue
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
