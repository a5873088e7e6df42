package dev.slipway.ordering.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Orders and the stock that they get, by events alone. */
@ServiceTest
class ReservationsIT {
    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(http);
        shelf.open();
    }

    @Test
    void reservesAndSells() {
        String id = shelf.product("Cups", 5);

        String order = Shelf.order(id, 2);
        JsonNode reserved = Events.await("stock.reserved", order, 1).get(0);
        assertThat(EventSchemas.problems("stock.reserved", reserved.toString())).isEmpty();
        shelf.awaitStock(id, 5, 2);

        Shelf.tell("order.confirmed", order, id, 2);
        Shelf.tell("order.confirmed", order, id, 2);
        shelf.awaitStock(id, 3, 0);
    }

    @Test
    void putsBackWhatIsCancelledAlsoAfterTheSale() {
        String id = shelf.product("Cups", 5);
        String order = Shelf.order(id, 2);
        Events.await("stock.reserved", order);
        Shelf.tell("order.confirmed", order, id, 2);
        shelf.awaitStock(id, 3, 0);

        Shelf.tell("order.cancelled", order, id, 2);

        shelf.awaitStock(id, 5, 0);
    }

    @Test
    void saysWhyItRefuses() {
        String none = shelf.product("Grinder", 1);

        JsonNode gone = Events.await("stock.rejected", Shelf.order(none, 2), 1).get(0);
        JsonNode unknown = Events.await(
                        "stock.rejected", Shelf.order(UUID.randomUUID().toString(), 1), 1)
                .get(0);

        assertThat(EventSchemas.problems("stock.rejected", gone.toString())).isEmpty();
        assertThat(EventSchemas.problems("stock.rejected", unknown.toString())).isEmpty();
        assertThat(gone.path("data").path("reason").asString()).isEqualTo("out-of-stock");
        assertThat(gone.path("data").path("lines").get(0).path("available").asLong())
                .isEqualTo(1);
        assertThat(unknown.path("data").path("reason").asString()).isEqualTo("unknown-product");
        assertThat(shelf.stock(none).path("reserved").asLong()).isZero();
    }

    @Test
    void reservesNothingForAnOrderThatWasCancelledBeforeItCame() {
        String id = shelf.product("Cups", 5);
        String order = UUID.randomUUID().toString();
        Shelf.tell("order.cancelled", order, id, 2);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(order), "RELEASED"::equals);

        Shelf.tell("order.placed", order, id, 2);
        // of the same key, and so handled after it
        Shelf.tell("order.placed", order, id, 2);
        Events.await("stock.reserved", Shelf.order(id, 1));

        shelf.awaitStock(id, 5, 1);
        assertThat(Events.of("stock.reserved", order)).isEmpty();
        assertThat(Events.of("stock.rejected", order)).isEmpty();
    }

    @Test
    void endsAReservationThatNobodyWantsAndStillSellsItWhenTheOrderIsConfirmedLate() {
        String id = shelf.product("Cups", 5);
        String late = Shelf.order(id, 2);
        Events.await("stock.reserved", late);

        expire(late);
        shelf.awaitStock(id, 5, 0);

        Shelf.tell("order.confirmed", late, id, 2);
        shelf.awaitStock(id, 3, 0);
    }

    @Test
    void neverSellsWhatIsGoneHoweverLateAnOrderIsConfirmed() {
        String id = shelf.product("Cups", 1);
        String late = Shelf.order(id, 1);
        Events.await("stock.reserved", late);
        expire(late);
        shelf.awaitStock(id, 1, 0);
        String faster = Shelf.order(id, 1);
        Events.await("stock.reserved", faster);

        Shelf.tell("order.confirmed", late, id, 1);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(late), "SHORT"::equals);

        Shelf.tell("order.confirmed", faster, id, 1);
        shelf.awaitStock(id, 0, 0);
        assertThat(status(faster)).isEqualTo("SOLD");
    }

    @Test
    void putsAsideWhatIsNoOrderAndGoesOn() {
        String id = shelf.product("Cups", 5);
        String broken = UUID.randomUUID().toString();
        Events.publishInvalid("order.placed", broken, Map.of("orderId", broken, "lines", java.util.List.of()));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of("order.placed.store.dlt", broken)
                .isEmpty());
        Events.await("stock.reserved", Shelf.order(id, 1));
    }

    private void expire(String order) {
        database.sql("UPDATE reservations SET expires_at = now() - interval '1 second' WHERE order_id = ?::uuid")
                .param(order)
                .update();
    }

    private String status(String order) {
        return database.sql("SELECT status FROM reservations WHERE order_id = ?::uuid")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("none");
    }
}
