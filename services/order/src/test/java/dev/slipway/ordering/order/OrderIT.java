package dev.slipway.ordering.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The saga as customers and the other services see it. */
@ServiceTest
class OrderIT {
    private static final UUID CUPS = UUID.randomUUID();

    private final UUID user = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @BeforeEach
    void sellCups() {
        awaitReadiness();
        Events.publish(
                "store.product",
                CUPS,
                Map.of(
                        "productId",
                        CUPS,
                        "name",
                        "Cups",
                        "category",
                        "category.coffee",
                        "unitPrice",
                        1490,
                        "currency",
                        "EUR",
                        "status",
                        "active",
                        "version",
                        1));
    }

    @Test
    void leadsAnOrderToItsConfirmation() {
        String id = placed("key-1", 2);

        JsonNode placed = Events.await("order.placed", id);
        assertThat(placed.path("userId").asString()).isEqualTo(user.toString());
        assertThat(placed.path("total").asLong()).isEqualTo(2980);

        Events.publish("stock.reserved", id, Map.of("orderId", id));
        JsonNode requested = Events.await("payment.requested", id);
        assertThat(requested.path("amount").asLong()).isEqualTo(2980);
        assertThat(requested.path("paymentMethod").asString()).isEqualTo("pm_card");

        Events.publish("payment.settled", id, Map.of("orderId", id));
        JsonNode confirmed = Events.await("order.confirmed", id);
        assertThat(confirmed.path("paymentId")).isEqualTo(requested.path("paymentId"));
        assertThat(status(id)).isEqualTo("confirmed");
    }

    private String placed(String key, int quantity) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> place(key, quantity), response -> response.path("id")
                        .isString())
                .path("id")
                .asString();
    }

    private JsonNode place(String key, int quantity) {
        return http.post()
                .uri("/api/orders")
                .header("Authorization", "Bearer " + Tokens.customer(user))
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "lines", List.of(Map.of("productId", CUPS, "quantity", quantity)), "paymentMethod", "pm_card"))
                .exchange()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private String status(String id) {
        return http.get()
                .uri("/api/orders/" + id)
                .header("Authorization", "Bearer " + Tokens.customer(user))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody()
                .path("status")
                .asString();
    }

    private void awaitReadiness() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .equals(HttpStatus.OK));
    }
}
