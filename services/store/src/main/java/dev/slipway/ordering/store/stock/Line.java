package dev.slipway.ordering.store.stock;

import java.util.Objects;
import java.util.UUID;

/** So many of a product that an order asks for. */
record Line(UUID productId, int quantity) {
    Line {
        Objects.requireNonNull(productId);
        if (quantity < 1) {
            throw new IllegalArgumentException("The quantity (" + quantity + ") must be positive");
        }
    }
}
