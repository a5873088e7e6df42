package dev.slipway.ordering.payment.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.payment.Till;
import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.PaymentProvider;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An instance that dies after the provider has answered and before it has written that down. What it leaves is made
 * here: a payment that is claimed, and a provider that has done what it was asked.
 */
@ServiceTest
@ActiveProfiles("laptop")
class CrashIT {
    @Autowired
    private JdbcClient database;

    @Autowired
    private Payments payments;

    @Autowired
    private PaymentProvider provider;

    @Autowired
    private TransactionOperations transactions;

    private final List<Answer> lost = new ArrayList<>();

    @Test
    void authorisesOnceWhenTheAnswerIsLostInACrash() {
        Till till = new Till(database, "pm_card");
        Payment payment = claimed(till, Payment.Status.REQUESTED, Optional.empty(), Optional.empty());
        provider.authorise(charge(payment), lost::add);

        till.due();

        till.await("payment.settled");
        assertThat(lost).hasSize(1);
        assertThat(till.books()).containsExactly(1, 1, 0);
    }

    @Test
    void capturesOnceWhenTheAnswerIsLostInACrash() {
        Till till = new Till(database, "pm_card");
        Payment payment =
                claimed(till, Payment.Status.AUTHORISED, Optional.of("fake_" + till.payment()), Optional.empty());
        provider.authorise(charge(payment), lost::add);
        provider.capture(payment.paymentId(), payment.reference().orElseThrow(), lost::add);

        till.due();

        till.await("payment.settled");
        assertThat(till.books()).containsExactly(1, 1, 0);
        assertThat(Events.of("payment.settled", till.order())).hasSize(1);
    }

    @Test
    void givesBackWhatTheCrashedInstanceHadTakenWhenItsOrderIsCancelled() {
        Till till = new Till(database, "pm_card");
        Payment payment =
                claimed(till, Payment.Status.AUTHORISED, Optional.of("fake_" + till.payment()), Optional.empty());
        provider.authorise(charge(payment), lost::add);
        provider.capture(payment.paymentId(), payment.reference().orElseThrow(), lost::add);

        till.cancel();

        till.await("payment.refunded");
        till.assertNever("payment.settled", "payment.failed");
        assertThat(till.books()).containsExactly(1, 1, 1);
    }

    @Test
    void releasesWhatTheCrashedInstanceHadNotTakenWhenItsOrderIsCancelled() {
        Till till = new Till(database, "pm_card");
        Payment payment =
                claimed(till, Payment.Status.AUTHORISED, Optional.of("fake_" + till.payment()), Optional.empty());
        provider.authorise(charge(payment), lost::add);

        till.cancel();

        assertThat(till.await("payment.failed").path("reason").asString()).isEqualTo("order-cancelled");
        till.assertNever("payment.settled", "payment.refunded");
        assertThat(till.books()).containsExactly(1, 0, 0);
    }

    @Test
    void refundsOnceWhenTheAnswerIsLostInACrash() {
        Till till = new Till(database, "pm_card");
        UUID refund = UUID.randomUUID();
        Payment payment =
                claimed(till, Payment.Status.REFUNDING, Optional.of("fake_" + till.payment()), Optional.of(refund));
        provider.authorise(charge(payment), lost::add);
        provider.capture(payment.paymentId(), payment.reference().orElseThrow(), lost::add);
        provider.refund(refund, payment.reference().orElseThrow(), lost::add);

        till.due();

        assertThat(till.await("payment.refunded").path("refundId").asString()).isEqualTo(refund.toString());
        assertThat(till.books()).containsExactly(1, 1, 1);
    }

    /** A payment that somebody is at, whose lease lasts for an hour. */
    private Payment claimed(Till till, Payment.Status status, Optional<String> reference, Optional<UUID> refund) {
        Payment payment = new Payment(
                UUID.fromString(till.order()),
                UUID.fromString(till.payment()),
                UUID.randomUUID(),
                Till.AMOUNT,
                "EUR",
                Optional.of(till.method()),
                status,
                reference,
                refund,
                Instant.now(),
                1);
        transactions.executeWithoutResult(transaction -> {
            payments.insert(payment);
            payments.update(payment, Optional.of(Instant.now().plusSeconds(3600)));
        });
        return payment;
    }

    private static PaymentProvider.Charge charge(Payment payment) {
        return new PaymentProvider.Charge(payment.paymentId(), payment.amount(), payment.currency(), payment.method());
    }
}
