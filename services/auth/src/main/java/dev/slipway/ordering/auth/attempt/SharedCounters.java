package dev.slipway.ordering.auth.attempt;

import java.time.Duration;
import java.util.List;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/** Counts of all instances, in the cache. */
final class SharedCounters implements Counters {
    @SuppressWarnings("rawtypes")
    private static final RedisScript<List> INCREMENT = new DefaultRedisScript<>("""
            local count = redis.call('INCR', KEYS[1])
            if count == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end
            return {count, redis.call('PTTL', KEYS[1])}
            """, List.class);

    private static final RedisScript<Long> DECREMENT = new DefaultRedisScript<>("""
            if tonumber(redis.call('GET', KEYS[1]) or '0') > 0 then return redis.call('DECR', KEYS[1]) end
            return 0
            """, Long.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Duration within;

    SharedCounters(StringRedisTemplate redis, String prefix, Duration within) {
        this.redis = redis;
        this.prefix = prefix;
        this.within = within;
    }

    @Override
    public Count increment(String key) {
        List<?> answer = redis.execute(INCREMENT, List.of(prefix + key), String.valueOf(within.toMillis()));
        return new Count(((Number) answer.get(0)).longValue(), Duration.ofMillis(((Number) answer.get(1)).longValue()));
    }

    @Override
    public void decrement(String key) {
        redis.execute(DECREMENT, List.of(prefix + key));
    }

    @Override
    public void remove(String key) {
        redis.delete(prefix + key);
    }
}
