package dev.slipway.ordering.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The saga as customers and the other services see it. */
@ServiceTest
class OrderIT {
    private final UUID user = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(http, user);
        shop.open();
    }

    @Test
    void leadsAnOrderToItsConfirmation() {
        String id = shop.order();

        JsonNode placed = Events.await("order.placed", id);
        assertThat(placed.path("userId").asString()).isEqualTo(user.toString());
        assertThat(placed.path("total").asLong()).isEqualTo(2980);

        JsonNode requested = reserved(id);
        assertThat(requested.path("amount").asLong()).isEqualTo(2980);
        assertThat(requested.path("paymentMethod").asString()).isEqualTo("pm_card");

        shop.answers("payment.settled", id);
        JsonNode confirmed = Events.await("order.confirmed", id);
        assertThat(confirmed.path("paymentId")).isEqualTo(requested.path("paymentId"));
        assertThat(shop.status(id)).isEqualTo("confirmed");
    }

    @Test
    void cancelsWhatIsOutOfStock() {
        String id = shop.order();

        shop.answers("stock.rejected", id);

        assertThat(Events.await("order.cancelled", id).path("reason").asString())
                .isEqualTo("stock-rejected");
        assertThat(shop.status(id)).isEqualTo("cancelled");
    }

    @Test
    void cancelsWhatCannotBePaidAndAsksForNothingMore() {
        String id = shop.order();
        reserved(id);

        shop.answers("payment.failed", id);

        assertThat(Events.await("order.cancelled", id).path("reason").asString())
                .isEqualTo("payment-failed");
        assertThat(Events.of("order.confirmed", id)).isEmpty();
    }

    @Test
    void takesAnEventThatComesTwiceOnce() {
        String id = shop.order();
        UUID event = UUID.randomUUID();
        shop.answers("stock.reserved", id, event);
        shop.answers("stock.reserved", id, event);
        shop.answers("stock.reserved", id);
        Events.await("payment.requested", id);
        shop.answers("payment.settled", id);
        Events.await("order.confirmed", id);

        assertThat(Events.of("payment.requested", id)).hasSize(1);
    }

    @Test
    void cancelsForTheCustomerAndNotesTheRefund() {
        String id = shop.order();
        reserved(id);
        shop.answers("payment.settled", id);
        Events.await("order.confirmed", id);

        shop.cancel(id).expectStatus().isOk();
        shop.cancel(id).expectStatus().isOk();

        assertThat(Events.await("order.cancelled", id).path("reason").asString())
                .isEqualTo("customer");
        shop.answers("payment.refunded", id);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> shop.get("/api/orders/" + id)
                .has("refundedAt"));
        assertThat(Events.of("order.cancelled", id)).hasSize(1);
    }

    @Test
    void cancelsAnOrderThatNobodyAnswers() {
        String id = shop.order();

        database.sql("UPDATE orders SET step_due_at = now() - interval '1 second' WHERE id = ?::uuid")
                .param(id)
                .update();

        assertThat(Events.await("order.cancelled", id).path("reason").asString())
                .isEqualTo("timed-out");
    }

    @Test
    void placesOneOrderForAKeyHoweverManyAskAtOnce() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        List<String> ids;
        try {
            ids = threads
                    .invokeAll(IntStream.range(0, 8)
                            .<java.util.concurrent.Callable<String>>mapToObj(i -> () ->
                                    Shop.body(shop.place("same", 2)).path("id").asString())
                            .toList())
                    .stream()
                    .map(OrderIT::now)
                    .collect(Collectors.toList());
        } finally {
            threads.shutdown();
        }

        assertThat(ids).doesNotContain("").hasSize(8);
        assertThat(Set.copyOf(ids)).hasSize(1);
        assertThat(shop.place("same", 3).getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void listsTheLatestFirstAndOnlyOnesOwn() {
        String first = shop.order();
        String second = shop.order();

        JsonNode page = shop.get("/api/orders?limit=1");
        assertThat(page).hasSize(1);
        assertThat(page.get(0).path("id").asString()).isEqualTo(second);
        assertThat(shop.get("/api/orders?limit=1&before=" + second)
                        .get(0)
                        .path("id")
                        .asString())
                .isEqualTo(first);

        http.get()
                .uri("/api/orders/" + first)
                .header("Authorization", "Bearer " + Tokens.customer(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void putsAsideWhatIsNoEventAndGoesOn() {
        String id = shop.order();
        Events.publishText("stock.reserved", id, "{\"no\": \"event\"}");
        shop.answers("stock.reserved", id);

        Events.await("payment.requested", id);
        assertThat(Events.records("stock.reserved.order.dlt")).anySatisfy(letter -> {
            assertThat(letter.key()).isEqualTo(id);
            assertThat(new String(letter.headers().lastHeader("dlt-cause").value()))
                    .endsWith("UnreadableEventException");
            assertThat(new String(letter.headers().lastHeader("dlt-attempts").value()))
                    .isEqualTo("1");
        });
    }

    private JsonNode reserved(String id) {
        shop.answers("stock.reserved", id);
        return Events.await("payment.requested", id);
    }

    private static String now(java.util.concurrent.Future<String> done) {
        try {
            return done.get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
