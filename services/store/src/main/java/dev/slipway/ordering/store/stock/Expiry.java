package dev.slipway.ordering.store.stock;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends reservations that nobody confirmed or cancelled. Every instance may do so at once. */
@Component
final class Expiry {
    private static final int BATCH = 100;

    private final Reserving reserving;
    private final TransactionOperations transactions;

    Expiry(Reserving reserving, TransactionOperations transactions) {
        this.reserving = reserving;
        this.transactions = transactions;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void expire() {
        while (expireBatch() == BATCH) {
            // on with the next
        }
    }

    private int expireBatch() {
        return Optional.ofNullable(transactions.execute(status -> reserving.expire(BATCH)))
                .orElse(0);
    }
}
