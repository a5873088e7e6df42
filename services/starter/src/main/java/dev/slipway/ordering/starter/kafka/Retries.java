package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.event.UnreadableEventException;
import java.sql.SQLException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.TransactionException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/** Tries again: without end while the database is away, a few times for the rest, not at all for what is no event. */
final class Retries {
    private static final long FIRST_MILLIS = 100;
    private static final long LONGEST_MILLIS = 2_000;
    private static final int ATTEMPTS = 5;
    /** read_only_sql_transaction: what was the primary until the failover. */
    private static final String READ_ONLY = "25006";

    private Retries() {}

    static DefaultErrorHandler with(DeadLetters deadLetters) {
        DefaultErrorHandler retries = new DefaultErrorHandler(deadLetters, backOff(ATTEMPTS - 1L));
        retries.addNotRetryableExceptions(UnreadableEventException.class);
        BackOff endless = backOff(Long.MAX_VALUE);
        BackOff few = backOff(ATTEMPTS - 1L);
        retries.setBackOffFunction((record, exception) -> isOutage(exception) ? endless : few);
        retries.setRetryListeners(deadLetters);
        retries.setCommitRecovered(true);
        return retries;
    }

    private static BackOff backOff(long retries) {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_MILLIS);
        backOff.setMaxAttempts(retries);
        return backOff;
    }

    static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && READ_ONLY.equals(database.getSQLState())) {
                return true;
            }
            if (cause instanceof TransactionException
                    || cause instanceof TransientDataAccessException
                    || cause instanceof RecoverableDataAccessException
                    || cause instanceof NonTransientDataAccessResourceException) {
                return true;
            }
        }
        return false;
    }
}
