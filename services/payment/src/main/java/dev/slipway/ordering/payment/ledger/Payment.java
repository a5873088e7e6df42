package dev.slipway.ordering.payment.ledger;

import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.Answer.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The payment of an order. Each step gives the payment after it and what is to be told, or nothing where the step comes
 * twice or too late.
 *
 * @param amount in minor units of the currency
 * @param attempts calls of the provider in this status, each counted before it is made
 */
record Payment(
        UUID orderId,
        UUID paymentId,
        UUID userId,
        long amount,
        String currency,
        Optional<String> method,
        Status status,
        Optional<String> reference,
        Optional<UUID> refundId,
        Instant requestedAt,
        int attempts) {
    private static final String FREE = "free";

    /** Where it stands, and what the provider is asked for. */
    enum Status {
        /** To be authorised. */
        REQUESTED(true),
        /** To be captured. */
        AUTHORISED(true),
        /** Taken. */
        SETTLED(false),
        /** Told as failed, while the provider may hold the money: to be released, never to be captured. */
        ABANDONED(true),
        /** Cancelled while it may be captured: to be released, or refunded where it is too late for that. */
        STOPPING(true),
        /** Taken, and to be given back. */
        REFUNDING(true),
        /** The end without money. */
        FAILED(false),
        /** The end with the money given back. */
        REFUNDED(false);

        private final boolean open;

        Status(boolean open) {
            this.open = open;
        }

        /** Whether the provider is to be called. */
        boolean isOpen() {
            return open;
        }
    }

    /** What is told of a step. */
    sealed interface Told {
        record Nothing() implements Told {}

        record Settled(String reference) implements Told {}

        record Failed(Reason reason) implements Told {}

        record Refunded(UUID refund) implements Told {}
    }

    /** A payment after a step. */
    record Step(Payment payment, Told told) {}

    static Payment requested(
            UUID order, UUID payment, UUID user, long amount, String currency, Optional<String> method, Instant now) {
        return new Payment(
                order,
                payment,
                user,
                amount,
                currency,
                method,
                Status.REQUESTED,
                Optional.empty(),
                Optional.empty(),
                now,
                0);
    }

    /** A new payment: one of nothing needs no provider. */
    Step begun() {
        return amount == 0
                ? new Step(with(Status.SETTLED, Optional.of(FREE), refundId), new Told.Settled(FREE))
                : new Step(this, new Told.Nothing());
    }

    /** A payment of an order that was cancelled before it asked. */
    Step neverBegun() {
        return failed(Reason.ORDER_CANCELLED);
    }

    /** The provider has answered, perhaps to an earlier question. */
    Optional<Step> answered(Answer answer, UUID newRefund) {
        if (answer instanceof Answer.Authorised authorised) {
            return authorised(authorised.reference());
        }
        if (answer instanceof Answer.Captured captured) {
            return captured(captured.reference(), newRefund);
        }
        if (answer instanceof Answer.Declined declined) {
            return declined(declined.reason());
        }
        return answer instanceof Answer.Voided ? released() : refunded();
    }

    private Optional<Step> authorised(String by) {
        return switch (status) {
            case REQUESTED -> quiet(with(Status.AUTHORISED, Optional.of(by), refundId));
            case ABANDONED ->
                reference.isPresent() ? Optional.empty() : quiet(with(Status.ABANDONED, Optional.of(by), refundId));
            case AUTHORISED, SETTLED, STOPPING, REFUNDING, FAILED, REFUNDED -> Optional.empty();
        };
    }

    private Optional<Step> captured(String by, UUID newRefund) {
        return switch (status) {
            case AUTHORISED ->
                Optional.of(new Step(with(Status.SETTLED, Optional.of(by), refundId), new Told.Settled(by)));
            case STOPPING -> quiet(with(Status.REFUNDING, Optional.of(by), Optional.of(newRefund)));
            case REQUESTED, SETTLED, ABANDONED, REFUNDING, FAILED, REFUNDED -> Optional.empty();
        };
    }

    /** A capture may be declined because of the release: what that says counts. So may a refund, which is tried again. */
    private Optional<Step> declined(Reason reason) {
        return switch (status) {
            case REQUESTED, AUTHORISED -> Optional.of(failed(reason));
            case ABANDONED -> quiet(with(Status.FAILED, reference, refundId));
            case STOPPING, SETTLED, REFUNDING, FAILED, REFUNDED -> Optional.empty();
        };
    }

    private Optional<Step> released() {
        return switch (status) {
            case ABANDONED -> quiet(with(Status.FAILED, reference, refundId));
            case STOPPING -> Optional.of(failed(Reason.ORDER_CANCELLED));
            case REQUESTED, AUTHORISED, SETTLED, REFUNDING, FAILED, REFUNDED -> Optional.empty();
        };
    }

    private Optional<Step> refunded() {
        return status == Status.REFUNDING
                ? Optional.of(
                        new Step(with(Status.REFUNDED, reference, refundId), new Told.Refunded(refundId.orElseThrow())))
                : Optional.empty();
    }

    /** The order is cancelled: what was taken is given back, what was not is not. */
    Optional<Step> cancelled(UUID newRefund) {
        return switch (status) {
            case REQUESTED ->
                Optional.of(attempts == 0 ? failed(Reason.ORDER_CANCELLED) : abandoned(Reason.ORDER_CANCELLED));
            case AUTHORISED ->
                attempts == 0
                        ? Optional.of(abandoned(Reason.ORDER_CANCELLED))
                        : quiet(with(Status.STOPPING, reference, refundId));
            case SETTLED ->
                Optional.of(
                        amount == 0
                                ? new Step(
                                        with(Status.REFUNDED, reference, Optional.of(newRefund)),
                                        new Told.Refunded(newRefund))
                                : new Step(
                                        with(Status.REFUNDING, reference, Optional.of(newRefund)), new Told.Nothing()));
            case ABANDONED, STOPPING, REFUNDING, FAILED, REFUNDED -> Optional.empty();
        };
    }

    /** The provider was silent for too long. What is authorised is not given up: it may be taken already. */
    Optional<Step> givenUp() {
        return status == Status.REQUESTED ? Optional.of(abandoned(Reason.PROVIDER_UNAVAILABLE)) : Optional.empty();
    }

    private Step failed(Reason reason) {
        return new Step(with(Status.FAILED, reference, refundId), new Told.Failed(reason));
    }

    private Step abandoned(Reason reason) {
        return new Step(with(Status.ABANDONED, reference, refundId), new Told.Failed(reason));
    }

    private static Optional<Step> quiet(Payment after) {
        return Optional.of(new Step(after, new Told.Nothing()));
    }

    private Payment with(Status newStatus, Optional<String> newReference, Optional<UUID> newRefund) {
        return new Payment(
                orderId,
                paymentId,
                userId,
                amount,
                currency,
                method,
                newStatus,
                newReference,
                newRefund,
                requestedAt,
                0);
    }
}
