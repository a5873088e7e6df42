package dev.slipway.ordering.order;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A customer of the service, who buys cups. */
final class Shop {
    static final UUID CUPS = UUID.randomUUID();

    private final RestTestClient http;
    private final UUID user;

    Shop(RestTestClient http, UUID user) {
        this.http = http;
        this.user = user;
    }

    /** Waits until the service is ready and knows the cups. */
    void open() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .equals(HttpStatus.OK));
        sell("active");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> place(UUID.randomUUID().toString(), 1).getStatus().equals(HttpStatus.CREATED));
    }

    void sell(String status) {
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
                        status,
                        "version",
                        1));
    }

    /** What store or payment say about an order. */
    void answers(String topic, String id) {
        answers(topic, id, UUID.randomUUID());
    }

    void answers(String topic, String id, UUID event) {
        Events.publish(topic, id, event, answer(topic, id));
    }

    /** The example of the schema, about this order. */
    private static Map<String, Object> answer(String topic, String id) {
        JsonMapper json = new JsonMapper();
        Map<String, Object> data = new LinkedHashMap<>();
        json.readTree(EventSchemas.example(topic))
                .path("data")
                .properties()
                .forEach(field -> data.put(field.getKey(), field.getValue()));
        data.put("orderId", id);
        return data;
    }

    String order() {
        return body(place(UUID.randomUUID().toString(), 2)).path("id").asString();
    }

    org.springframework.test.web.servlet.client.ExchangeResult place(String key, int quantity) {
        return place(
                key,
                Map.of("lines", List.of(Map.of("productId", CUPS, "quantity", quantity)), "paymentMethod", "pm_card"));
    }

    org.springframework.test.web.servlet.client.ExchangeResult place(String key, Object body) {
        return http.post()
                .uri("/api/orders")
                .header("Authorization", bearer())
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    JsonNode get(String path) {
        return http.get()
                .uri(path)
                .header("Authorization", bearer())
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    RestTestClient.ResponseSpec cancel(String id) {
        return http.post()
                .uri("/api/orders/" + id + "/cancel")
                .header("Authorization", bearer())
                .exchange();
    }

    String status(String id) {
        return get("/api/orders/" + id).path("status").asString();
    }

    void awaitStatus(String id, String status) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> status(id), status::equals);
    }

    static JsonNode body(org.springframework.test.web.servlet.client.ExchangeResult result) {
        return new JsonMapper().readTree(result.getResponseBodyContent());
    }

    private String bearer() {
        return "Bearer " + Tokens.customer(user);
    }
}
