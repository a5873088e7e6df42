package dev.slipway.ordering.ai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Parts;
import dev.slipway.ordering.testing.ServiceTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What is recommended after what was bought and looked at. */
@ServiceTest
class RecommendationsIT {
    private UUID cups;
    private UUID jug;
    private UUID grinder;
    private final UUID ada = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    @Qualifier("products") private Materialized<?> products;

    private Audience audience;

    @BeforeEach
    void open() {
        audience = new Audience(http);
        audience.open();
        cups = Audience.product();
        jug = Audience.product();
        grinder = Audience.product();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> List.of(cups, jug, grinder).stream()
                .allMatch(id -> products.get(id.toString()).isPresent()));
    }

    @Test
    void recommendsWhatIsMostOftenBoughtTogether() {
        Audience.buy(UUID.randomUUID(), cups, jug);
        Audience.buy(UUID.randomUUID(), cups, grinder, jug);
        awaitTogether(cups, jug, 2);
        awaitTogether(cups, grinder, 1);

        JsonNode found = audience.get("?productId=" + cups);

        assertThat(Audience.ids(found, "bought-together")).containsExactly(jug.toString(), grinder.toString());
        assertThat(found.valueStream().map(one -> one.path("id").asString())).doesNotContain(cups.toString());
        assertThat(found.get(0).path("unitPrice").asLong()).isEqualTo(1490);
    }

    @Test
    void countsAnOrderThatComesTwiceOnce() {
        UUID event = UUID.randomUUID();
        Audience.buyBy(event, ada, cups, jug);
        Audience.buyBy(event, ada, cups, jug);
        Audience.buy(ada, cups, grinder);
        awaitTogether(cups, grinder, 1);
        awaitTogether(jug, cups, 1);

        assertThat(together(cups, jug)).isEqualTo(1);
    }

    @Test
    void recommendsToAUserWhatGoesWithWhatTheyBoughtAndNotThatAgain() {
        Audience.buy(UUID.randomUUID(), cups, jug);
        Audience.buy(UUID.randomUUID(), cups, grinder);
        Audience.buy(ada, cups, grinder);
        awaitTogether(cups, grinder, 2);
        awaitTogether(cups, jug, 1);

        JsonNode found = audience.get(ada, "");

        assertThat(Audience.ids(found, "bought-together")).containsExactly(jug.toString());
    }

    @Test
    void recommendsToAUserWhatTheyLookedAt() {
        Audience.view(ada, jug);
        awaitSeen(ada, jug);
        Audience.view(ada, grinder);
        awaitSeen(ada, grinder);

        assertThat(Audience.ids(audience.get(ada, ""), "looked-at"))
                .containsExactly(grinder.toString(), jug.toString());
        assertThat(Audience.ids(audience.get(""), "looked-at")).isEmpty();
    }

    @Test
    void fillsUpWithWhatIsPopularFirstOfAll() {
        for (int i = 0; i < 30; i++) {
            Audience.buy(UUID.randomUUID(), grinder);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.sql("SELECT coalesce(sum(orders), 0) FROM product_days WHERE product_id = ?")
                                .param(grinder)
                                .query(Long.class)
                                .single()
                        == 30);
        redis.delete("ai:popular");

        JsonNode nothingKnown = audience.get(UUID.randomUUID(), "?limit=1");
        JsonNode noProduct = audience.get("?limit=1&productId=" + UUID.randomUUID());

        assertThat(Audience.ids(nothingKnown, "popular")).containsExactly(grinder.toString());
        assertThat(Audience.ids(noProduct, "popular")).containsExactly(grinder.toString());
    }

    @Test
    void recommendsNothingThatIsNotForSale() {
        Audience.buy(UUID.randomUUID(), cups, jug);
        awaitTogether(cups, jug, 1);
        assertThat(Audience.ids(audience.get("?productId=" + cups), "bought-together"))
                .containsExactly(jug.toString());

        Audience.tell(jug, "withdrawn", 2);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Audience.ids(
                        audience.get("?productId=" + cups), "bought-together")
                .isEmpty());
    }

    @Test
    void answersFromTheCacheForAWhileAndFromTheDatabaseWhileThatIsAway() throws IOException {
        Audience.buy(UUID.randomUUID(), cups, jug);
        awaitTogether(cups, jug, 1);
        audience.get("?productId=" + cups);
        assertThat(redis.opsForValue().get("ai:together:" + cups)).isEqualTo(jug.toString());
        Audience.buy(UUID.randomUUID(), cups, grinder);
        awaitTogether(cups, grinder, 1);
        assertThat(Audience.ids(audience.get("?productId=" + cups), "bought-together"))
                .isEqualTo(List.of(jug.toString()));

        Parts.redis().stop();
        try {
            assertThat(Audience.ids(audience.get("?productId=" + cups), "bought-together"))
                    .containsExactlyInAnyOrder(jug.toString(), grinder.toString());
        } finally {
            Parts.redis().start();
        }
        Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> redis.opsForValue()
                .setIfAbsent("ai:" + UUID.randomUUID(), "up"));
    }

    @Test
    void putsAsideWhatIsNoOrder() {
        String order = UUID.randomUUID().toString();
        Events.publishInvalid("order.confirmed", order, Map.of("orderId", order));

        Events.await("order.confirmed.ai.dlt", order, 1);
    }

    private void awaitTogether(UUID product, UUID other, long orders) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> together(product, other) == orders);
    }

    private long together(UUID product, UUID other) {
        return database.sql(
                        "SELECT coalesce(sum(orders), 0) FROM bought_together WHERE product_id = ? AND other_id = ?")
                .params(product, other)
                .query(Long.class)
                .single();
    }

    private void awaitSeen(UUID user, UUID product) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.sql("SELECT count(*) FROM user_products WHERE user_id = ? AND product_id = ?")
                                .params(user, product)
                                .query(Long.class)
                                .single()
                        == 1);
    }
}
