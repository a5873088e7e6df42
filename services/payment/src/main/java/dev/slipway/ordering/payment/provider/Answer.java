package dev.slipway.ordering.payment.provider;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a provider says. */
public sealed interface Answer {
    /** The money is held. */
    record Authorised(String reference) implements Answer {}

    /** The money is taken. */
    record Captured(String reference) implements Answer {}

    /** The money is not held any more. */
    record Voided() implements Answer {}

    /** The money is on its way back. */
    record Refunded() implements Answer {}

    /** It will not be done. */
    record Declined(Reason reason) implements Answer {}

    /** Why a payment fails. */
    enum Reason {
        DECLINED,
        INSUFFICIENT_FUNDS,
        EXPIRED_METHOD,
        PROVIDER_UNAVAILABLE,
        ORDER_CANCELLED;

        /** As events name it: {@code insufficient-funds}. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
