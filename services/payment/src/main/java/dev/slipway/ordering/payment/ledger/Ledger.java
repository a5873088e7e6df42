package dev.slipway.ordering.payment.ledger;

import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.outbox.Outbox;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens to payments. Each method runs in the transaction of its caller, and calls nobody. */
@Component
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    private final Payments payments;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final Patience patience;

    Ledger(Payments payments, Outbox outbox, Ids ids, Clock clock, Patience patience) {
        this.payments = payments;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.patience = patience;
    }

    /** Begins a payment once, or fails it at once where its order was cancelled before. */
    void requested(PaymentEvents.Requested wanted) {
        Payment payment = Payment.requested(
                wanted.orderId(),
                wanted.paymentId(),
                wanted.userId(),
                wanted.amount(),
                wanted.currency(),
                Optional.ofNullable(wanted.paymentMethod()),
                clock.instant());
        if (payments.insert(payment)) {
            take(payment.begun());
        } else if (payments.insertCancelled(payment)) {
            take(payment.neverBegun());
        } else {
            LOG.info("The payment of order {} is known", wanted.orderId());
        }
    }

    /** Gives back what was taken, or sees to it that nothing is. */
    void cancelled(UUID order) {
        if (!payments.remember(order, clock.instant())) {
            payments.lock(order)
                    .flatMap(payment -> payment.cancelled(ids.next()))
                    .ifPresent(this::take);
        }
    }

    /** Takes an answer of the provider, which may come twice. */
    void answered(UUID order, Answer answer) {
        Optional<Payment.Step> step = payments.lock(order).flatMap(payment -> payment.answered(answer, ids.next()));
        step.ifPresent(this::take);
        if (step.isEmpty()) {
            LOG.info("Order {} is past {}", order, answer.getClass().getSimpleName());
        }
    }

    /** Tries again later, or gives up, unless something else has happened meanwhile. */
    void unanswered(Payment asked) {
        payments.lock(asked.orderId())
                .filter(payment -> payment.status() == asked.status() && payment.attempts() == asked.attempts())
                .ifPresent(payment -> {
                    Instant now = clock.instant();
                    Optional<Payment.Step> givenUp = Optional.of(payment)
                            .filter(one -> now.isAfter(one.requestedAt().plus(patience.giveUpAfter())))
                            .flatMap(Payment::givenUp);
                    givenUp.ifPresentOrElse(
                            this::take, () -> payments.update(payment, Optional.of(now.plus(pause(payment)))));
                });
    }

    private void take(Payment.Step step) {
        Payment payment = step.payment();
        payments.update(payment, payment.status().isOpen() ? Optional.of(clock.instant()) : Optional.empty());
        UUID order = payment.orderId();
        if (step.told() instanceof Payment.Told.Settled settled) {
            outbox.publish("payment.settled", order, PaymentEvents.Settled.of(payment, settled.reference()));
        } else if (step.told() instanceof Payment.Told.Failed failed) {
            outbox.publish("payment.failed", order, PaymentEvents.Failed.of(payment, failed.reason()));
        } else if (step.told() instanceof Payment.Told.Refunded refunded) {
            outbox.publish("payment.refunded", order, PaymentEvents.Refunded.of(payment, refunded.refund()));
        }
    }

    /** One second, doubled with each attempt. */
    private static Duration pause(Payment payment) {
        int doublings = Math.min(Math.max(payment.attempts() - 1, 0), MOST_DOUBLINGS);
        Duration pause = Duration.ofSeconds(1L << doublings);
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
