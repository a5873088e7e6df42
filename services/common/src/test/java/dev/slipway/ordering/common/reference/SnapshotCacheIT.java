package dev.slipway.ordering.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.Parts;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.connection.RedisStandaloneConfiguration;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

class SnapshotCacheIT {
    private static final int NOBODY_LISTENS = 1;

    private final String prefix = UUID.randomUUID() + ":";
    private final LettuceConnectionFactory there =
            connection(Parts.redis().ports().get(0));
    private final LettuceConnectionFactory away = connection(NOBODY_LISTENS);
    private final SnapshotCache cache = new SnapshotCache(new StringRedisTemplate(there), prefix);

    @AfterEach
    void close() {
        there.destroy();
        away.destroy();
    }

    @Test
    void givesTheNewestSnapshotUntilThereIsANewerRevision() {
        assertThat(cache.newest()).isEmpty();
        cache.put(snapshot(1));
        assertThat(cache.newest()).contains(snapshot(1));

        cache.moveTo(2);
        assertThat(cache.newest()).isEmpty();
        cache.put(snapshot(2));
        assertThat(cache.newest()).contains(snapshot(2));
    }

    @Test
    void doesNotLetASlowReaderPutBackWhatIsOutOfDate() {
        cache.moveTo(10);
        cache.put(snapshot(9));
        assertThat(cache.newest()).isEmpty();
        cache.put(snapshot(10));
        assertThat(cache.newest()).contains(snapshot(10));
    }

    @Test
    void knowsNothingWhileItIsAway() {
        SnapshotCache gone = new SnapshotCache(new StringRedisTemplate(away), prefix);
        gone.put(snapshot(1));
        gone.moveTo(2);
        assertThat(gone.newest()).isEmpty();
    }

    @Test
    void passesOverWhatItCannotRead() {
        StringRedisTemplate redis = new StringRedisTemplate(there);
        cache.put(snapshot(1));
        redis.opsForValue().set(prefix + "snapshot:1", "{ of an older release");
        assertThat(cache.newest()).isEmpty();
    }

    private static Snapshot snapshot(long revision) {
        return new Snapshot(revision, List.of(new Entry("region.a", Kind.REGION, "A", null, null, true, revision)));
    }

    private static LettuceConnectionFactory connection(int port) {
        RedisStandaloneConfiguration configuration = new RedisStandaloneConfiguration("localhost", port);
        configuration.setPassword("redis");
        LettuceConnectionFactory connection = new LettuceConnectionFactory(configuration);
        connection.afterPropertiesSet();
        connection.start();
        return connection;
    }
}
