package dev.slipway.ordering.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.payment.ledger.Payment.Status;
import dev.slipway.ordering.payment.ledger.Payment.Step;
import dev.slipway.ordering.payment.ledger.Payment.Told;
import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.Answer.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final UUID REFUND = UUID.randomUUID();
    private static final Answer AUTHORISED = new Answer.Authorised("ref");
    private static final Answer CAPTURED = new Answer.Captured("ref");
    private static final Answer DECLINED = new Answer.Declined(Reason.INSUFFICIENT_FUNDS);

    @Test
    void isAuthorisedThenCapturedThenSettled() {
        Payment authorised = after(in(Status.REQUESTED, 1), AUTHORISED);
        Step settled = authorised.answered(CAPTURED, REFUND).orElseThrow();

        assertThat(authorised.status()).isEqualTo(Status.AUTHORISED);
        assertThat(authorised.attempts()).isZero();
        assertThat(settled.payment().status()).isEqualTo(Status.SETTLED);
        assertThat(settled.told()).isEqualTo(new Told.Settled("ref"));
    }

    @Test
    void takesAnAnswerThatComesTwiceOnce() {
        Payment settled = after(after(in(Status.REQUESTED, 1), AUTHORISED), CAPTURED);

        assertThat(settled.answered(CAPTURED, REFUND)).isEmpty();
        assertThat(settled.answered(AUTHORISED, REFUND)).isEmpty();
        assertThat(in(Status.AUTHORISED, 0).answered(AUTHORISED, REFUND)).isEmpty();
        assertThat(in(Status.REQUESTED, 1).answered(CAPTURED, REFUND)).isEmpty();
    }

    @Test
    void failsForTheReasonOfTheProvider() {
        Step failed = in(Status.REQUESTED, 1).answered(DECLINED, REFUND).orElseThrow();

        assertThat(failed.payment().status()).isEqualTo(Status.FAILED);
        assertThat(failed.told()).isEqualTo(new Told.Failed(Reason.INSUFFICIENT_FUNDS));
        assertThat(failed.payment().answered(AUTHORISED, REFUND)).isEmpty();
    }

    @Test
    void needsNoProviderForNothing() {
        Payment free = Payment.requested(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), 0, "EUR", Optional.empty(), NOW);

        assertThat(free.begun().told()).isEqualTo(new Told.Settled("free"));
        assertThat(free.begun().payment().cancelled(REFUND).orElseThrow().told())
                .isEqualTo(new Told.Refunded(REFUND));
    }

    @Test
    void failsAtOnceWhenItIsCancelledBeforeTheProviderWasAsked() {
        Step cancelled = in(Status.REQUESTED, 0).cancelled(REFUND).orElseThrow();

        assertThat(cancelled.payment().status()).isEqualTo(Status.FAILED);
        assertThat(cancelled.told()).isEqualTo(new Told.Failed(Reason.ORDER_CANCELLED));
    }

    @Test
    void letsGoOfWhatMayBeHeldWhenItIsCancelledMeanwhile() {
        Step cancelled = in(Status.REQUESTED, 1).cancelled(REFUND).orElseThrow();
        Payment held = after(cancelled.payment(), AUTHORISED);

        assertThat(cancelled.told()).isEqualTo(new Told.Failed(Reason.ORDER_CANCELLED));
        assertThat(held.status()).isEqualTo(Status.ABANDONED);
        assertThat(held.reference()).contains("ref");
        assertThat(held.answered(AUTHORISED, REFUND)).isEmpty();
        assertThat(held.answered(new Answer.Voided(), REFUND))
                .contains(new Step(after(held, new Answer.Voided()), new Told.Nothing()));
        assertThat(after(cancelled.payment(), DECLINED).status()).isEqualTo(Status.FAILED);
    }

    @Test
    void givesBackWhatWasCapturedWhileItWasCancelled() {
        Payment stopping =
                in(Status.AUTHORISED, 1).cancelled(REFUND).orElseThrow().payment();
        Step late = stopping.answered(CAPTURED, REFUND).orElseThrow();
        Step refunded = late.payment().answered(new Answer.Refunded(), REFUND).orElseThrow();

        assertThat(stopping.status()).isEqualTo(Status.STOPPING);
        assertThat(late.payment().status()).isEqualTo(Status.REFUNDING);
        assertThat(late.told()).isEqualTo(new Told.Nothing());
        assertThat(refunded.told()).isEqualTo(new Told.Refunded(REFUND));
        assertThat(stopping.answered(DECLINED, REFUND)).isEmpty();
        assertThat(stopping.answered(new Answer.Voided(), REFUND).orElseThrow().told())
                .isEqualTo(new Told.Failed(Reason.ORDER_CANCELLED));
        assertThat(in(Status.AUTHORISED, 0)
                        .cancelled(REFUND)
                        .orElseThrow()
                        .payment()
                        .status())
                .isEqualTo(Status.ABANDONED);
    }

    @Test
    void keepsOneRefundHoweverOftenItIsCancelled() {
        Payment refunding =
                in(Status.SETTLED, 0).cancelled(REFUND).orElseThrow().payment();

        assertThat(refunding.refundId()).contains(REFUND);
        assertThat(refunding.cancelled(UUID.randomUUID())).isEmpty();
        assertThat(refunding.answered(DECLINED, REFUND)).isEmpty();
        assertThat(after(refunding, new Answer.Refunded()).cancelled(UUID.randomUUID()))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void isGivenUpOnlyBeforeAnythingIsHeld(Status status) {
        assertThat(in(status, 1).givenUp().map(Step::told))
                .isEqualTo(
                        status == Status.REQUESTED
                                ? Optional.of(new Told.Failed(Reason.PROVIDER_UNAVAILABLE))
                                : Optional.empty());
    }

    private static Payment after(Payment payment, Answer answer) {
        return payment.answered(answer, REFUND).orElseThrow().payment();
    }

    private static Payment in(Status status, int attempts) {
        return new Payment(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                2980,
                "EUR",
                Optional.empty(),
                status,
                Optional.empty(),
                Optional.empty(),
                NOW,
                attempts);
    }
}
