package dev.slipway.ordering.order.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.ordering.order.lifecycle.CancelReason;
import dev.slipway.ordering.order.lifecycle.Order;
import dev.slipway.ordering.order.lifecycle.OrderLine;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An order as its customer sees it; money in minor units of the currency. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OrderView(
        UUID id,
        String status,
        List<OrderLine> lines,
        String currency,
        long total,
        Instant placedAt,
        @Nullable CancelReason cancelReason,
        @Nullable Instant refundedAt) {
    static OrderView of(Order order) {
        return new OrderView(
                order.id(),
                order.status().text(),
                order.lines(),
                order.currency(),
                order.total(),
                order.placedAt(),
                order.cancelReason().orElse(null),
                order.refundedAt().orElse(null));
    }
}
