package dev.slipway.ordering.store.stock;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The data of the events on stock, by {@code services/schemas}. */
final class StockEvents {
    private StockEvents() {}

    record Reserved(UUID orderId, List<Line> lines, Instant expiresAt) {}

    record Rejected(UUID orderId, Shortage.Reason reason, List<Shortage.Missing> lines) {
        static Rejected of(UUID order, Shortage shortage) {
            return new Rejected(order, shortage.reason(), shortage.lines());
        }
    }
}
