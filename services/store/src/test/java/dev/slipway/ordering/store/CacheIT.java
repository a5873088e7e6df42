package dev.slipway.ordering.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.starter.cache.ServiceCache;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Parts;
import dev.slipway.ordering.testing.ServiceTest;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the cache serves, and what it must not. */
@ServiceTest
class CacheIT {
    @Autowired
    private RestTestClient http;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private ServiceCache cache;

    @Autowired
    private JdbcClient database;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(http);
        shelf.open();
    }

    @Test
    void servesFromTheCache() {
        String id = shelf.product("Cups", 5);
        shelf.available(id);
        database.sql("UPDATE stock SET on_hand = 6 WHERE product_id = ?::uuid")
                .param(id)
                .update();

        assertThat(shelf.available(id)).isEqualTo(5);
        assertThat(redis.hasKey("store:product:" + id)).isTrue();
    }

    @Test
    void forgetsWhatHasChanged() {
        String id = shelf.product("Cups", 5);
        assertThat(shelf.available(id)).isEqualTo(5);

        String order = Shelf.order(id, 2);
        Events.await("stock.reserved", order);
        assertThat(shelf.available(id)).isEqualTo(3);

        Shelf.tell("order.cancelled", order, id, 2);
        shelf.awaitStock(id, 5, 0);
        assertThat(shelf.available(id)).isEqualTo(5);
    }

    @Test
    void takesNothingFromAReaderWhoReadBeforeTheChange() {
        String id = shelf.product("Cups", 5);
        String before = redis.opsForValue().get("store:product:" + id);
        Events.await("stock.reserved", Shelf.order(id, 2));

        // the mark of the change is there, and says of which revision it is
        String mark = redis.opsForValue().get("store:product:" + id);
        assertThat(before).startsWith("1\n{");
        assertThat(mark).isEqualTo("2\n");
        cache.put("product:" + id, 1, "what the reader had", Duration.ofMinutes(1));
        assertThat(cache.getVersioned("product:" + id)).isEmpty();

        assertThat(shelf.available(id)).isEqualTo(3);
        cache.put("product:" + id, 1, "what the reader had", Duration.ofMinutes(1));
        assertThat(redis.opsForValue().get("store:product:" + id)).startsWith("2\n{");
    }

    @Test
    void servesFromTheDatabaseWhileTheCacheIsAwayAndTellsItAfterwards() throws IOException {
        String id = shelf.product("Cups", 5);
        assertThat(shelf.available(id)).isEqualTo(5);
        String cached = redis.opsForValue().get("store:product:" + id);
        Parts.redis().stop();
        try {
            assertThat(shelf.available(id)).isEqualTo(5);
            Events.await("stock.reserved", Shelf.order(id, 2));
            assertThat(shelf.available(id)).isEqualTo(3);
            assertThat(outdated(id)).isEqualTo(1);
        } finally {
            Parts.redis().start();
        }

        // as if it came back with what it knew
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> redis.opsForValue()
                .setIfAbsent("store:" + UUID.randomUUID(), "up"));
        if (outdated(id) == 1) {
            redis.opsForValue().setIfAbsent("store:product:" + id, cached);
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> outdated(id) == 0);
        assertThat(shelf.available(id)).isEqualTo(3);
    }

    private long outdated(String id) {
        return database.sql("SELECT count(*) FROM outdated WHERE product_id = ?::uuid")
                .param(id)
                .query(Long.class)
                .single();
    }
}
