package dev.slipway.ordering.payment.ledger;

import dev.slipway.ordering.payment.provider.Answer;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data of events, by {@code services/schemas}. */
final class PaymentEvents {
    private PaymentEvents() {}

    record Requested(
            UUID orderId,
            UUID paymentId,
            UUID userId,
            long amount,
            String currency,
            @Nullable String paymentMethod) {
        Requested {
            Objects.requireNonNull(orderId);
            Objects.requireNonNull(paymentId);
            Objects.requireNonNull(userId);
            Objects.requireNonNull(currency);
            if (amount < 0) {
                throw new IllegalArgumentException("The amount must not be negative");
            }
        }
    }

    /** All that is needed of a cancellation. */
    record Cancelled(UUID orderId) {
        Cancelled {
            Objects.requireNonNull(orderId);
        }
    }

    record Settled(UUID orderId, UUID paymentId, long amount, String currency, String providerReference) {
        static Settled of(Payment payment, String reference) {
            return new Settled(payment.orderId(), payment.paymentId(), payment.amount(), payment.currency(), reference);
        }
    }

    record Failed(UUID orderId, UUID paymentId, UUID userId, long amount, String currency, Answer.Reason reason) {
        static Failed of(Payment payment, Answer.Reason reason) {
            return new Failed(
                    payment.orderId(),
                    payment.paymentId(),
                    payment.userId(),
                    payment.amount(),
                    payment.currency(),
                    reason);
        }
    }

    record Refunded(UUID orderId, UUID paymentId, UUID refundId, long amount, String currency) {
        static Refunded of(Payment payment, UUID refund) {
            return new Refunded(payment.orderId(), payment.paymentId(), refund, payment.amount(), payment.currency());
        }
    }
}
