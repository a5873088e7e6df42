package dev.slipway.ordering.order.catalogue;

import java.util.UUID;

/** A product as store publishes it; the price in minor units of its currency. */
public record Product(UUID productId, String name, long unitPrice, String currency, String status) {
    public boolean isForSale() {
        return status.equals("active");
    }
}
