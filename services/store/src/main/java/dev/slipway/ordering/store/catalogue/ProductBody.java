package dev.slipway.ordering.store.catalogue;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an operator says of a product.
 *
 * @param unitPrice in minor units of the currency
 * @param stock of a new product, which has none unless it is said
 * @param status of a product that is changed: active, which it stays unless it is said, or withdrawn
 * @param version of a product that is changed: the one that the operator has seen
 */
record ProductBody(
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\p{Cntrl}]*") String name,

        @Nullable @Size(max = 4000) @Pattern(regexp = "[^\\x00]*") String description,

        @NotNull @Size(max = 100) @Pattern(regexp = "[a-z]+(\\.[A-Za-z0-9-]+)+")
        String category,

        @Min(0) @Max(1_000_000_000_000L) long unitPrice,

        @NotNull @Pattern(regexp = "[A-Z]{3}") String currency,

        @Nullable @Min(0) @Max(1_000_000_000) Long stock,

        @Nullable @Pattern(regexp = "active|withdrawn") String status,

        @Nullable @Min(1) Integer version) {}
