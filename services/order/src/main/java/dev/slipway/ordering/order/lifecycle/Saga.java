package dev.slipway.ordering.order.lifecycle;

import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.outbox.Outbox;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Leads an order from step to step. Each method runs in the transaction of its caller, in which the order changes and
 * the event of the change is published. What comes twice, too late or after the end changes nothing: whoever did
 * something for an order that is cancelled hears order.cancelled and undoes it.
 */
@Component
public final class Saga {
    private static final Logger LOG = LoggerFactory.getLogger(Saga.class);

    private final Orders orders;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;
    private final Patience patience;

    Saga(Orders orders, Outbox outbox, Ids ids, Clock clock, Patience patience) {
        this.orders = orders;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
        this.patience = patience;
    }

    /** False where the user has used the key before. */
    boolean place(Order order, String idempotencyKey, String requestHash) {
        if (!orders.insert(order, idempotencyKey, requestHash)) {
            return false;
        }
        outbox.publish("order.placed", order.id(), OrderEvents.Placed.of(order));
        return true;
    }

    public void stockReserved(UUID id) {
        step(id, order -> order.reserved(ids.next(), clock.instant().plus(patience.paymentWithin())))
                .ifPresent(order -> outbox.publish("payment.requested", id, OrderEvents.PaymentRequested.of(order)));
    }

    public void stockRejected(UUID id) {
        cancel(id, CancelReason.STOCK_REJECTED);
    }

    public void paymentSettled(UUID id) {
        step(id, Order::settled)
                .ifPresent(order -> outbox.publish("order.confirmed", id, OrderEvents.Confirmed.of(order)));
    }

    public void paymentFailed(UUID id) {
        cancel(id, CancelReason.PAYMENT_FAILED);
    }

    public void paymentRefunded(UUID id) {
        step(id, order -> order.refunded(clock.instant()));
    }

    void cancel(UUID id, CancelReason reason) {
        step(id, order -> order.cancelled(reason))
                .ifPresent(order -> outbox.publish("order.cancelled", id, OrderEvents.Cancelled.of(order)));
    }

    private Optional<Order> step(UUID id, Function<Order, Optional<Order>> step) {
        Optional<Order> before = orders.lock(id);
        Optional<Order> after = before.flatMap(step);
        after.ifPresent(orders::update);
        if (after.isEmpty()) {
            LOG.info("Order {} is past this step", id);
        }
        return after;
    }
}
