package dev.slipway.ordering.common.reference;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Snapshots in the cache, each under its revision, where it never changes; and which revision is the newest, which only
 * grows. A slow reader can so put back nothing that is out of date. Whoever crashes between the change and the word of it
 * leaves the old revision in place for as long as that word is good: ten seconds.
 */
@Component
final class SnapshotCache {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotCache.class);
    private static final Duration WORD_IS_GOOD = Duration.ofSeconds(10);
    private static final Duration SNAPSHOT_IS_KEPT = Duration.ofMinutes(10);

    private static final RedisScript<Long> MOVE = new DefaultRedisScript<>("""
            local known = tonumber(redis.call('GET', KEYS[1]) or '-1')
            if tonumber(ARGV[1]) >= known then redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2]) return 1 end
            return 0
            """, Long.class);

    private final StringRedisTemplate redis;
    private final String prefix;
    private final JsonMapper json = new JsonMapper();

    SnapshotCache(StringRedisTemplate redis, @Value("${slipway.cache.key-prefix}") String prefix) {
        this.redis = redis;
        this.prefix = prefix;
    }

    Optional<Snapshot> newest() {
        try {
            return Optional.ofNullable(redis.opsForValue().get(prefix + "revision"))
                    .flatMap(revision -> Optional.ofNullable(redis.opsForValue().get(key(revision))))
                    .map(text -> json.readValue(text, Snapshot.class));
        } catch (DataAccessException | JacksonException e) {
            LOG.warn("The cache does not help: {}", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    void put(Snapshot snapshot) {
        try {
            redis.opsForValue()
                    .set(key(String.valueOf(snapshot.revision())), json.writeValueAsString(snapshot), SNAPSHOT_IS_KEPT);
            moveTo(snapshot.revision());
        } catch (DataAccessException e) {
            LOG.warn("The cache does not take a snapshot: {}", e.getClass().getSimpleName());
        }
    }

    /** There is a newer revision. */
    void moveTo(long revision) {
        try {
            redis.execute(
                    MOVE,
                    List.of(prefix + "revision"),
                    String.valueOf(revision),
                    String.valueOf(WORD_IS_GOOD.toMillis()));
        } catch (DataAccessException e) {
            LOG.warn("The cache is not told of a change: {}", e.getClass().getSimpleName());
        }
    }

    private String key(String revision) {
        return prefix + "snapshot:" + revision;
    }
}
