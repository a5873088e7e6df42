package dev.slipway.ordering.order.lifecycle;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Cancels orders that nobody answered in time. Every instance may do so at once. */
@Component
final class TimeOuts {
    private static final int BATCH = 100;

    private final Orders orders;
    private final Saga saga;
    private final TransactionOperations transactions;
    private final Clock clock;

    TimeOuts(Orders orders, Saga saga, TransactionOperations transactions, Clock clock) {
        this.orders = orders;
        this.saga = saga;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void cancelOverdue() {
        while (cancelBatch() == BATCH) {
            // on with the next
        }
    }

    private int cancelBatch() {
        return Optional.ofNullable(transactions.execute(status -> {
                    List<Order> overdue = orders.lockOverdue(clock.instant(), BATCH);
                    overdue.forEach(order -> saga.cancel(order.id(), CancelReason.TIMED_OUT));
                    return overdue.size();
                }))
                .orElse(0);
    }
}
