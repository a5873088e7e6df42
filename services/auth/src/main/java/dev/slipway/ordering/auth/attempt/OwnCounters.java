package dev.slipway.ordering.auth.attempt;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Counts of this instance alone, while the cache is away. */
final class OwnCounters implements Counters {
    private static final int MOST = 50_000;

    private final Cache<String, AtomicLong> counts;
    private final Duration within;

    OwnCounters(Duration within) {
        this.within = within;
        counts =
                Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(within).build();
    }

    @Override
    public Count increment(String key) {
        return new Count(counts.get(key, first -> new AtomicLong()).incrementAndGet(), within);
    }

    @Override
    public void decrement(String key) {
        counts.asMap().computeIfPresent(key, (same, count) -> {
            count.updateAndGet(value -> Math.max(0, value - 1));
            return count;
        });
    }

    @Override
    public void remove(String key) {
        counts.invalidate(key);
    }
}
