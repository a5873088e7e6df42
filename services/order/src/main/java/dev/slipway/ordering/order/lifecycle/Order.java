package dev.slipway.ordering.order.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An order. Each step of the saga gives the order after it, or nothing where the step comes too late or twice.
 *
 * @param total in minor units of the currency
 * @param deadline until when the step under way must be done
 */
public record Order(
        UUID id,
        UUID userId,
        OrderStatus status,
        List<OrderLine> lines,
        String currency,
        long total,
        Optional<String> paymentMethod,
        Optional<UUID> paymentId,
        Optional<CancelReason> cancelReason,
        Optional<Instant> refundedAt,
        Instant placedAt,
        Optional<Instant> deadline) {

    public Order {
        lines = List.copyOf(lines);
    }

    /** A new order that waits for stock. */
    public static Order placed(
            UUID id,
            UUID userId,
            List<OrderLine> lines,
            String currency,
            Optional<String> paymentMethod,
            Instant now,
            Instant deadline) {
        return new Order(
                id,
                userId,
                OrderStatus.PLACED,
                lines,
                currency,
                lines.stream().mapToLong(OrderLine::total).reduce(0, Math::addExact),
                paymentMethod,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.of(deadline));
    }

    /** Stock is reserved: the payment is asked for. */
    Optional<Order> reserved(UUID payment, Instant until) {
        return status == OrderStatus.PLACED
                ? Optional.of(with(
                        OrderStatus.AWAITING_PAYMENT,
                        Optional.of(payment),
                        cancelReason,
                        refundedAt,
                        Optional.of(until)))
                : Optional.empty();
    }

    /** Paid. */
    Optional<Order> settled() {
        return status == OrderStatus.AWAITING_PAYMENT
                ? Optional.of(with(OrderStatus.CONFIRMED, paymentId, cancelReason, refundedAt, Optional.empty()))
                : Optional.empty();
    }

    /** Given up for a reason; only the customer can give up what is confirmed. */
    Optional<Order> cancelled(CancelReason reason) {
        boolean possible =
                switch (status) {
                    case PLACED -> reason != CancelReason.PAYMENT_FAILED;
                    case AWAITING_PAYMENT -> reason != CancelReason.STOCK_REJECTED;
                    case CONFIRMED -> reason == CancelReason.CUSTOMER;
                    case CANCELLED -> false;
                };
        return possible
                ? Optional.of(with(OrderStatus.CANCELLED, paymentId, Optional.of(reason), refundedAt, Optional.empty()))
                : Optional.empty();
    }

    /** The money is on its way back. */
    Optional<Order> refunded(Instant at) {
        return status == OrderStatus.CANCELLED && refundedAt.isEmpty()
                ? Optional.of(with(status, paymentId, cancelReason, Optional.of(at), deadline))
                : Optional.empty();
    }

    private Order with(
            OrderStatus newStatus,
            Optional<UUID> newPayment,
            Optional<CancelReason> newReason,
            Optional<Instant> newRefund,
            Optional<Instant> newDeadline) {
        return new Order(
                id,
                userId,
                newStatus,
                lines,
                currency,
                total,
                paymentMethod,
                newPayment,
                newReason,
                newRefund,
                placedAt,
                newDeadline);
    }
}
