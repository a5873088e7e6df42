package dev.slipway.ordering.starter.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * The cache of a service, below its prefix. One that is away knows nothing and takes nothing, and after a failure it is
 * left alone for a second, so that a request waits once and not for each key.
 *
 * <pre>{@code
 * cache.get("popular").map(this::parsed).orElseGet(this::fromDatabase)
 * }</pre>
 */
public final class ServiceCache {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceCache.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String SEPARATOR = "\n";

    /** Keeps what is there if it is of a later version: a slow reader cannot put back what has been replaced. */
    private static final RedisScript<Long> PUT = RedisScript.of("""
            local before = redis.call('GET', KEYS[1])
            if before and tonumber(string.match(before, '^%d+')) > tonumber(ARGV[1]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1] .. '\\n' .. ARGV[2], 'PX', ARGV[3])
            return 1
            """, Long.class);

    /** Leaves a mark where the value was, which keeps out what slow readers have in their hands. */
    private static final RedisScript<Long> OUTDATE = RedisScript.of("""
            local before = redis.call('GET', KEYS[1])
            if before and tonumber(string.match(before, '^%d+')) >= tonumber(ARGV[1]) then return 0 end
            redis.call('SET', KEYS[1], ARGV[1] .. '\\n', 'PX', ARGV[2])
            return 1
            """, Long.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final Clock clock;
    private volatile Instant awayUntil = Instant.MIN;

    ServiceCache(StringRedisTemplate redis, String prefix, Clock clock) {
        this.redis = redis;
        this.prefix = prefix;
        this.clock = clock;
    }

    public Optional<String> get(String key) {
        return tried(() -> Optional.ofNullable(redis.opsForValue().get(prefix + key)))
                .flatMap(found -> found);
    }

    public void put(String key, String value, Duration timeToLive) {
        tried(() -> {
            redis.opsForValue().set(prefix + key, value, timeToLive);
            return true;
        });
    }

    /** What {@link #put(String, long, String, Duration)} put, unless it is out of date. */
    public Optional<String> getVersioned(String key) {
        return get(key).map(entry -> entry.substring(entry.indexOf(SEPARATOR) + SEPARATOR.length()))
                .filter(value -> !value.isEmpty());
    }

    /** Puts a value unless there is one of a later version, or one that made this version out of date. */
    public void put(String key, long version, String value, Duration timeToLive) {
        tried(() -> redis.execute(
                PUT, List.of(prefix + key), Long.toString(version), value, Long.toString(timeToLive.toMillis())));
    }

    /** Removes what is older than this version and keeps it out; false where the cache is away. */
    public boolean outdate(String key, long version, Duration atLeast) {
        return tried(() -> redis.execute(
                        OUTDATE, List.of(prefix + key), Long.toString(version), Long.toString(atLeast.toMillis())))
                .isPresent();
    }

    private <T> Optional<T> tried(Supplier<T> call) {
        if (clock.instant().isBefore(awayUntil)) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(call.get());
        } catch (DataAccessException e) {
            awayUntil = clock.instant().plus(PAUSE);
            LOG.warn("The cache is away: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
