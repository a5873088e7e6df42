package dev.slipway.ordering.store;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An operator of the store, and the orders of its customers. */
public final class Shelf {
    private static final String CATEGORY = "category.coffee";
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;
    private final String operator = Tokens.operator(UUID.randomUUID());

    public Shelf(RestTestClient http) {
        this.http = http;
    }

    /** Waits until the service is ready and knows a category. */
    public void open() {
        Events.publish(
                "common.reference",
                CATEGORY,
                Map.of("code", CATEGORY, "kind", "category", "name", "Coffee", "active", true, "version", 1));
        Events.publish(
                "common.reference",
                "category.gone",
                Map.of("code", "category.gone", "kind", "category", "name", "Gone", "active", false, "version", 2));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .equals(HttpStatus.OK));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> send(
                        HttpMethod.POST, "/api/products", operator, body("Beans", 0))
                .getStatus()
                .equals(HttpStatus.CREATED));
    }

    /** The body of a product. */
    public static Map<String, Object> body(String name, long stock) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", name);
        body.put("description", "Double-walled, 80 ml.");
        body.put("category", CATEGORY);
        body.put("unitPrice", 1490);
        body.put("currency", "EUR");
        body.put("stock", stock);
        return body;
    }

    /** A new product; gives its id. */
    public String product(String name, long stock) {
        ExchangeResult created = send(HttpMethod.POST, "/api/products", operator, body(name, stock));
        if (!created.getStatus().equals(HttpStatus.CREATED)) {
            throw new AssertionError("No product: " + created);
        }
        return json(created).path("id").asString();
    }

    public ExchangeResult asOperator(HttpMethod method, String path, Object body) {
        return send(method, path, operator, body);
    }

    public ExchangeResult send(HttpMethod method, String path, String token, Object body) {
        return http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    /** What everybody sees. */
    public JsonNode get(String path) {
        return http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public long available(String product) {
        return get("/api/products/" + product).path("available").asLong();
    }

    public JsonNode stock(String product) {
        return http.get()
                .uri("/api/products/" + product + "/stock")
                .header("Authorization", "Bearer " + operator)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    public void awaitStock(String product, long onHand, long reserved) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            JsonNode stock = stock(product);
            return stock.path("onHand").asLong() == onHand
                    && stock.path("reserved").asLong() == reserved;
        });
    }

    /** Somebody orders some of a product; gives the order. */
    public static String order(String product, int quantity) {
        String order = UUID.randomUUID().toString();
        tell("order.placed", order, product, quantity);
        return order;
    }

    /** What order publishes of an order. */
    public static void tell(String topic, String order, String product, int quantity) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", order);
        data.put("userId", UUID.randomUUID());
        if (topic.equals("order.confirmed")) {
            data.put("paymentId", UUID.randomUUID());
        }
        if (topic.equals("order.cancelled")) {
            data.put("reason", "customer");
        }
        data.put(
                "lines",
                List.of(Map.of("productId", product, "name", "Cups", "quantity", quantity, "unitPrice", 1490)));
        data.put("currency", "EUR");
        data.put("total", 1490L * quantity);
        Events.publish(topic, order, data);
    }

    public static JsonNode json(ExchangeResult result) {
        return JSON.readTree(result.getResponseBodyContent());
    }
}
