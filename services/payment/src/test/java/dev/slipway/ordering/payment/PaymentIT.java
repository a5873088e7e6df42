package dev.slipway.ordering.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import tools.jackson.databind.JsonNode;

/** Payments as order sees them, with a provider that does as it is told. */
@ServiceTest
@ActiveProfiles("laptop")
class PaymentIT {
    @Autowired
    private JdbcClient database;

    @Test
    void settles() {
        Till till = new Till(database, "pm_card").request();

        JsonNode settled = till.await("payment.settled");

        assertThat(settled.path("amount").asLong()).isEqualTo(Till.AMOUNT);
        assertThat(settled.path("providerReference").asString()).isEqualTo("fake_" + till.payment());
        assertThat(till.books()).containsExactly(1, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_declined, declined",
        "pm_insufficient_funds, insufficient-funds",
        "pm_expired, expired-method",
    })
    void failsForTheReasonOfTheProvider(String method, String reason) {
        Till till = new Till(database, method).request();

        assertThat(till.await("payment.failed").path("reason").asString()).isEqualTo(reason);
        till.assertNever("payment.settled");
        till.cancel();
        Till after = new Till(database, "pm_card").request();
        after.await("payment.settled");
        assertThat(till.status()).isEqualTo("FAILED");
        assertThat(Events.of("payment.failed", till.order())).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"pm_twice", "pm_lost", "pm_slow"})
    void takesTheMoneyOnceHoweverTheProviderAnswers(String behaviour) {
        Till till = new Till(database, behaviour).request().request();

        till.await("payment.settled");
        assertThat(till.books()).containsExactly(1, 1, 0);

        till.cancel().cancel();
        till.await("payment.refunded");
        assertThat(till.books()).containsExactly(1, 1, 1);
        assertThat(Events.of("payment.settled", till.order())).hasSize(1);
        assertThat(Events.of("payment.refunded", till.order())).hasSize(1);
    }

    @Test
    void keepsASlowPaymentFromHoldingUpTheOthers() {
        Till slow = new Till(database, "pm_slow").request();
        Till fast = new Till(database, "pm_card").request();

        fast.await("payment.settled");
        assertThat(slow.status()).isNotEqualTo("SETTLED");
        slow.await("payment.settled");
    }

    @Test
    void takesNothingForAnOrderThatWasCancelledBeforeItAsked() {
        Till till = new Till(database, "pm_card").cancel();
        till.awaitStatus("CANCELLED");

        till.request();

        assertThat(till.await("payment.failed").path("reason").asString()).isEqualTo("order-cancelled");
        assertThat(till.books()).containsExactly(0, 0, 0);
        till.assertNever("payment.settled", "payment.refunded");
    }

    @Test
    void capturesNothingForAnOrderThatIsCancelledWhileTheProviderIsAsked() {
        Till till = new Till(database, "pm_unavailable").request();
        till.awaitStatus("REQUESTED");
        awaitAttempt(till);

        till.cancel();

        assertThat(till.await("payment.failed").path("reason").asString()).isEqualTo("order-cancelled");
        assertThat(till.status()).isEqualTo("ABANDONED");
        till.assertNever("payment.settled");
    }

    @Test
    void letsGoOfTheMoneyOfAnOrderThatIsCancelledWhileTheProviderIsSlow() {
        Till till = new Till(database, "pm_slow").request();
        awaitAttempt(till);

        till.cancel();

        assertThat(till.await("payment.failed").path("reason").asString()).isEqualTo("order-cancelled");
        till.awaitStatus("FAILED");
        assertThat(till.books()).containsExactly(1, 0, 0);
        assertThat(database.sql("SELECT voided FROM fake_provider WHERE method = ?")
                        .param(till.method())
                        .query(Boolean.class)
                        .single())
                .isTrue();
        till.assertNever("payment.settled", "payment.refunded");
    }

    @Test
    void givesUpOnAProviderThatIsAwayForLong() {
        Till till = new Till(database, "pm_unavailable").request();
        awaitAttempt(till);
        till.assertNever("payment.failed");

        database.sql("UPDATE payments SET requested_at = now() - interval '6 minutes' WHERE order_id = ?::uuid")
                .param(till.order())
                .update();
        till.due();

        assertThat(till.await("payment.failed").path("reason").asString()).isEqualTo("provider-unavailable");
        assertThat(till.books()).isEqualTo(List.of(0, 0, 0));
    }

    @Test
    void settlesWhatCostsNothingWithoutAProvider() {
        Till till = new Till(database, "pm_unavailable").request(0);

        assertThat(till.await("payment.settled").path("providerReference").asString())
                .isEqualTo("free");
        till.cancel();
        till.await("payment.refunded");
        assertThat(till.books()).containsExactly(0, 0, 0);
    }

    @Test
    void putsAsideWhatIsNoRequest() {
        String order = UUID.randomUUID().toString();
        Events.publishInvalid("payment.requested", order, Map.of("orderId", order, "amount", 5));

        Events.await("payment.requested.payment.dlt", order, 1);
        assertThat(database.sql("SELECT count(*) FROM payments WHERE order_id = ?::uuid")
                        .param(order)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void awaitAttempt(Till till) {
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(
                        () -> database.sql("SELECT coalesce(sum(attempts), 0) FROM payments WHERE order_id = ?::uuid")
                                .param(till.order())
                                .query(Integer.class)
                                .single(),
                        attempts -> attempts > 0);
    }
}
