package dev.slipway.ordering.order.api;

import dev.slipway.ordering.order.lifecycle.Checkout;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The body of an order: prices are not the client's to say. */
record PlaceOrder(
        @NotEmpty @Size(max = 100) List<@NotNull @Valid Line> lines,

        @Nullable @Size(max = 64) @Pattern(regexp = "pm_[A-Za-z0-9_]+") String paymentMethod) {

    record Line(@NotNull UUID productId, @Min(1) @Max(1000) int quantity) {}

    Checkout.Request request() {
        return new Checkout.Request(
                lines.stream()
                        .map(line -> new Checkout.Wanted(line.productId(), line.quantity()))
                        .toList(),
                Optional.ofNullable(paymentMethod));
    }
}
