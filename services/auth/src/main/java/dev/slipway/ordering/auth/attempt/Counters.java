package dev.slipway.ordering.auth.attempt;

import java.time.Duration;

/** Counts that end by themselves. */
interface Counters {
    /** A count, and how long until it ends. */
    record Count(long value, Duration left) {}

    Count increment(String key);

    void decrement(String key);

    void remove(String key);
}
