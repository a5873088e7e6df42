package dev.slipway.ordering.ai.recommendation;

import java.util.Objects;
import java.util.UUID;

/** A product as store publishes it; the price in minor units of its currency. */
record Product(UUID productId, String name, long unitPrice, String currency, String status) {
    Product {
        Objects.requireNonNull(productId);
        Objects.requireNonNull(status);
    }

    boolean isForSale() {
        return status.equals("active");
    }
}
