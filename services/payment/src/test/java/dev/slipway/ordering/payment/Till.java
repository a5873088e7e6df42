package dev.slipway.ordering.payment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Trace;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** An order that is paid with a method that no other order has, and what the provider's books say of it. */
public final class Till {
    public static final long AMOUNT = 2980;

    private final JdbcClient database;
    private final String order = UUID.randomUUID().toString();
    private final String payment = UUID.randomUUID().toString();
    private final String method;

    public Till(JdbcClient database, String behaviour) {
        this.database = database;
        this.method = behaviour + "_" + order.replace("-", "").substring(0, 16);
    }

    public String order() {
        return order;
    }

    public String payment() {
        return payment;
    }

    public String method() {
        return method;
    }

    public Till request() {
        return request(AMOUNT);
    }

    public Till request(long amount) {
        Events.publish("payment.requested", order, requested(amount));
        return this;
    }

    public Till request(Trace trace) {
        Events.publishTraced("payment.requested", order, requested(AMOUNT), trace.parent());
        return this;
    }

    private Map<String, Object> requested(long amount) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", order);
        data.put("paymentId", payment);
        data.put("userId", UUID.randomUUID());
        data.put("amount", amount);
        data.put("currency", "EUR");
        data.put("paymentMethod", method);
        return data;
    }

    public Till cancel() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("orderId", order);
        data.put("userId", UUID.randomUUID());
        data.put("reason", "customer");
        data.put(
                "lines",
                List.of(Map.of("productId", UUID.randomUUID(), "name", "Cups", "quantity", 1, "unitPrice", AMOUNT)));
        data.put("currency", "EUR");
        data.put("total", AMOUNT);
        Events.publish("order.cancelled", order, data);
        return this;
    }

    /** The data of the first event, which is by its schema. */
    public JsonNode await(String topic) {
        JsonNode event = Events.await(topic, order, 1).get(0);
        assertThat(EventSchemas.problems(topic, event.toString())).isEmpty();
        assertThat(event.path("data").path("paymentId").asString()).isEqualTo(payment);
        return event.path("data");
    }

    public void assertNever(String... topics) {
        for (String topic : topics) {
            assertThat(Events.of(topic, order)).as(topic).isEmpty();
        }
    }

    public void awaitStatus(String status) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::status, status::equals);
    }

    public String status() {
        return database.sql("SELECT status FROM payments WHERE order_id = ?::uuid")
                .param(order)
                .query(String.class)
                .optional()
                .orElse("none");
    }

    /** Lets what is waited for be due now. */
    public void due() {
        database.sql("UPDATE payments SET due_at = now() WHERE order_id = ?::uuid AND due_at IS NOT NULL")
                .param(order)
                .update();
    }

    /** What the provider did for all payments by this method: authorisations, captures, refunds. */
    public List<Integer> books() {
        return database.sql("SELECT coalesce(sum(authorisations), 0) AS a, coalesce(sum(captures), 0) AS c,"
                        + " coalesce(sum(refunds), 0) AS r FROM fake_provider WHERE method = ?")
                .param(method)
                .query((row, number) -> List.of(row.getInt("a"), row.getInt("c"), row.getInt("r")))
                .single();
    }
}
