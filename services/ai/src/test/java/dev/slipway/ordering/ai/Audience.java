package dev.slipway.ordering.ai;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** What store and order publish, and what users are recommended. */
final class Audience {
    private final RestTestClient http;

    Audience(RestTestClient http) {
        this.http = http;
    }

    void open() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .equals(HttpStatus.OK));
    }

    static UUID product() {
        UUID id = UUID.randomUUID();
        tell(id, "active", 1);
        return id;
    }

    static void tell(UUID product, String status, int version) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("productId", product);
        data.put("name", "Cups");
        data.put("category", "category.coffee");
        data.put("unitPrice", 1490);
        data.put("currency", "EUR");
        data.put("status", status);
        data.put("version", version);
        Events.publish("store.product", product, data);
    }

    static void buy(UUID user, UUID... products) {
        buyBy(UUID.randomUUID(), user, products);
    }

    /** An order by an event of this id. */
    static void buyBy(UUID event, UUID user, UUID... products) {
        UUID order = UUID.nameUUIDFromBytes(event.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        List<Map<String, Object>> lines = Arrays.stream(products)
                .map(id -> Map.<String, Object>of("productId", id, "name", "Cups", "quantity", 2, "unitPrice", 1490))
                .toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", order);
        data.put("userId", user);
        data.put("paymentId", UUID.randomUUID());
        data.put("lines", lines);
        data.put("currency", "EUR");
        data.put("total", 2980L * products.length);
        Events.publish("order.confirmed", order, event, data);
    }

    static void view(UUID user, UUID product) {
        Events.publish("store.product.viewed", user, Map.of("userId", user, "productId", product));
    }

    /** What everybody is recommended. */
    JsonNode get(String query) {
        return http.get()
                .uri("/api/recommendations" + query)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    /** What a user is recommended. */
    JsonNode get(UUID user, String query) {
        return http.get()
                .uri("/api/recommendations" + query)
                .header("Authorization", "Bearer " + Tokens.customer(user))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    static List<String> ids(JsonNode recommended, String reason) {
        return recommended
                .valueStream()
                .filter(one -> one.path("reason").asString().equals(reason))
                .map(one -> one.path("id").asString())
                .toList();
    }
}
