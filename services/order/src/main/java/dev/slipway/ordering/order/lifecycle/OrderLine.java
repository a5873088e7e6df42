package dev.slipway.ordering.order.lifecycle;

import java.util.UUID;

/** So many of a product, at the price of the moment of the order. */
public record OrderLine(UUID productId, String name, int quantity, long unitPrice) {
    long total() {
        return Math.multiplyExact(unitPrice, quantity);
    }
}
