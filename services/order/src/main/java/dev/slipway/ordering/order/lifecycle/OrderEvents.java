package dev.slipway.ordering.order.lifecycle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of the events that this service publishes, by {@code services/schemas}. */
final class OrderEvents {
    private OrderEvents() {}

    record Placed(UUID orderId, UUID userId, List<OrderLine> lines, String currency, long total) {
        static Placed of(Order order) {
            return new Placed(order.id(), order.userId(), order.lines(), order.currency(), order.total());
        }
    }

    record PaymentRequested(
            UUID orderId,
            UUID paymentId,
            UUID userId,
            long amount,
            String currency,
            @Nullable String paymentMethod) {
        static PaymentRequested of(Order order) {
            return new PaymentRequested(
                    order.id(),
                    order.paymentId().orElseThrow(),
                    order.userId(),
                    order.total(),
                    order.currency(),
                    order.paymentMethod().orElse(null));
        }
    }

    record Confirmed(UUID orderId, UUID userId, UUID paymentId, List<OrderLine> lines, String currency, long total) {
        static Confirmed of(Order order) {
            return new Confirmed(
                    order.id(),
                    order.userId(),
                    order.paymentId().orElseThrow(),
                    order.lines(),
                    order.currency(),
                    order.total());
        }
    }

    record Cancelled(
            UUID orderId, UUID userId, CancelReason reason, List<OrderLine> lines, String currency, long total) {
        static Cancelled of(Order order) {
            return new Cancelled(
                    order.id(),
                    order.userId(),
                    order.cancelReason().orElseThrow(),
                    order.lines(),
                    order.currency(),
                    order.total());
        }
    }
}
