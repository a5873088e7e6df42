package dev.slipway.ordering.store.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as everybody sees it.
 *
 * @param unitPrice in minor units of the currency
 * @param available how many can be ordered now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProductView(
        UUID id,
        String name,
        @Nullable String description,
        String category,
        long unitPrice,
        String currency,
        String status,
        long available,
        int version) {}
