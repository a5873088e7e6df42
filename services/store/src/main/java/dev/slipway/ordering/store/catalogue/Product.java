package dev.slipway.ordering.store.catalogue;

import java.util.Optional;
import java.util.UUID;

/**
 * A product as operators describe it.
 *
 * @param unitPrice in minor units of the currency
 * @param version grows by one with each change
 */
record Product(
        UUID id,
        String name,
        Optional<String> description,
        String category,
        long unitPrice,
        String currency,
        Status status,
        int version) {
    /** Whether it can be ordered. */
    enum Status {
        ACTIVE,
        WITHDRAWN;

        /** As events and the API name it: {@code active}. */
        String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static Product created(UUID id, ProductBody body) {
        return new Product(
                id,
                body.name(),
                Optional.ofNullable(body.description()),
                body.category(),
                body.unitPrice(),
                body.currency(),
                Status.ACTIVE,
                1);
    }

    /** This product after a change. */
    Product changed(ProductBody body, Status newStatus) {
        return new Product(
                id,
                body.name(),
                Optional.ofNullable(body.description()),
                body.category(),
                body.unitPrice(),
                body.currency(),
                newStatus,
                version + 1);
    }
}
