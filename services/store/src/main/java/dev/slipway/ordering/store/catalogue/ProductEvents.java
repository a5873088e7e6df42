package dev.slipway.ordering.store.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the events on products, by {@code services/schemas}. */
final class ProductEvents {
    private ProductEvents() {}

    record Current(
            UUID productId,
            String name,
            @Nullable String description,
            String category,
            long unitPrice,
            String currency,
            String status,
            int version) {
        static Current of(Product product) {
            return new Current(
                    product.id(),
                    product.name(),
                    product.description().orElse(null),
                    product.category(),
                    product.unitPrice(),
                    product.currency(),
                    product.status().text(),
                    product.version());
        }
    }

    record Viewed(UUID userId, UUID productId) {}
}
