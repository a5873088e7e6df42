package dev.slipway.ordering.order.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final UUID PAYMENT = UUID.randomUUID();

    private final Order placed = order(2, 1490);
    private final Order reserved = placed.reserved(PAYMENT, LATER).orElseThrow();
    private final Order confirmed = reserved.settled().orElseThrow();
    private final Order cancelled = placed.cancelled(CancelReason.CUSTOMER).orElseThrow();

    @Test
    void costsWhatItsLinesCost() {
        assertThat(placed.total()).isEqualTo(2980);
    }

    @Test
    void refusesATotalBeyondLong() {
        assertThatThrownBy(() -> order(2, Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void goesFromStockToPaymentToConfirmation() {
        assertThat(placed.deadline()).contains(NOW);
        assertThat(reserved.status()).isEqualTo(OrderStatus.AWAITING_PAYMENT);
        assertThat(reserved.deadline()).contains(LATER);
        assertThat(confirmed.status()).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(confirmed.deadline()).isEmpty();
        assertThat(confirmed.paymentId()).contains(PAYMENT);
    }

    @Test
    void takesNoStepTwiceOrTooLate() {
        assertThat(reserved.reserved(UUID.randomUUID(), LATER)).isEmpty();
        assertThat(confirmed.settled()).isEmpty();
        assertThat(cancelled.reserved(PAYMENT, LATER)).isEmpty();
        assertThat(cancelled.settled()).isEmpty();
        assertThat(placed.settled()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CancelReason.class)
    void isCancelledOnce(CancelReason reason) {
        assertThat(cancelled.cancelled(reason)).isEmpty();
    }

    @Test
    void isCancelledOnlyForAReasonOfItsStep() {
        assertThat(placed.cancelled(CancelReason.STOCK_REJECTED)).isPresent();
        assertThat(placed.cancelled(CancelReason.TIMED_OUT)).isPresent();
        assertThat(placed.cancelled(CancelReason.PAYMENT_FAILED)).isEmpty();
        assertThat(reserved.cancelled(CancelReason.PAYMENT_FAILED)).isPresent();
        assertThat(reserved.cancelled(CancelReason.STOCK_REJECTED)).isEmpty();
        assertThat(confirmed.cancelled(CancelReason.TIMED_OUT)).isEmpty();
        assertThat(confirmed.cancelled(CancelReason.CUSTOMER)).isPresent();
    }

    @Test
    void isRefundedOnceAndOnlyWhenCancelled() {
        Order refunded = cancelled.refunded(LATER).orElseThrow();

        assertThat(refunded.refundedAt()).contains(LATER);
        assertThat(refunded.refunded(LATER)).isEmpty();
        assertThat(confirmed.refunded(LATER)).isEmpty();
    }

    private static Order order(int quantity, long unitPrice) {
        return Order.placed(
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(new OrderLine(UUID.randomUUID(), "Cups", quantity, unitPrice)),
                "EUR",
                Optional.empty(),
                NOW,
                NOW);
    }
}
