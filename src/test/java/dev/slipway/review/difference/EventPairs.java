package dev.slipway.review.difference;

import static dev.slipway.review.difference.Pair.edit;
import static dev.slipway.review.difference.Pair.model;
import static dev.slipway.review.difference.Pair.schema;

import dev.slipway.capability.streaming.Topic;
import java.time.Duration;
import java.util.stream.Stream;

/** Topics, and who reads and writes them. */
final class EventPairs {
    private static final String SCHEMA = """
            {"type": "object", "required": ["orderId"%s],
             "properties": {"orderId": {"type": "string"}, "total": {"type": "%s"}%s}}""";

    private EventPairs() {}

    static Stream<Pair> all() {
        return Stream.of(
                model("a topic has more partitions", shop -> shop.placed = shop.placed.partitions(24))
                        .finds("event-broken", "resource-changed")
                        .says("prod order.placed: 12 partitions become 24: keys move"),
                model("a topic has fewer partitions", shop -> shop.prices = shop.prices.partitions(3))
                        .finds("event-broken", "resource-changed")
                        .says("prod order.prices: 6 partitions become 3: Kafka refuses"),
                model("a topic is keyed by something else", shop -> shop.placed = shop.placed.keyedBy("userId"))
                        .finds("event-broken")
                        .says("prod order.placed: is keyed by userId instead of orderId"),
                model("a topic is no longer compacted", shop -> shop.prices =
                                Topic.named("order.prices").partitions(6).keyedBy("productId"))
                        .finds("event-broken", "resource-changed")
                        .says("prod order.prices: is no longer compacted"),
                model("a topic keeps events for a day", shop -> shop.placed =
                                shop.placed.retainedFor(Duration.ofDays(1)))
                        .finds("event-broken", "resource-changed")
                        .says("prod order.placed: keeps events for 1 days instead of 7 days"),
                model("a topic keeps events for a month", shop -> shop.placed =
                                shop.placed.retainedFor(Duration.ofDays(30)))
                        .finds("event-changed", "resource-changed"),
                edit("a topic loses its last publisher", after -> after.text(
                                "prod.topology.json", "\"to\" : \"topic/payment.settled\"", "\"to\" : \"topic/order.placed\""))
                        .finds("event-broken", "event-changed")
                        .says("prod payment.settled: has no producer any more since payment stops, and order waits for it"),
                model("a service consumes no longer", shop -> shop.paymentConsumes = false)
                        .finds("data-left", "event-changed", "pods-restarted", "permission-narrowed", "resource-changed", "object-changed")
                        .says("order.placed: is no longer consumed by payment, nor by anybody"),
                model("a topic is gone with those who used it", shop -> shop.paymentPublishes = false)
                        .finds("data-left", "event-changed", "pods-restarted", "permission-narrowed", "resource-changed", "object-changed")
                        .says("AWS::MSK::Topic Topicpaymentsettled: is removed"),
                schema("a field of an event is gone", SCHEMA.formatted("", "integer", ""), "{\"type\": \"object\", \"required\": [\"orderId\"], \"properties\": {\"orderId\": {\"type\": \"string\"}}}")
                        .finds("schema-broken")
                        .says("order.placed.v1: total is gone"),
                schema("a field of an event is retyped", SCHEMA.formatted("", "integer", ""), SCHEMA.formatted("", "string", ""))
                        .finds("schema-broken")
                        .says("total has the type string instead of integer"),
                schema("a field of an event becomes required", SCHEMA.formatted("", "integer", ""), SCHEMA.formatted(", \"total\"", "integer", ""))
                        .finds("schema-broken")
                        .says("total is now required"),
                schema("an event has one field more", SCHEMA.formatted("", "integer", ""), SCHEMA.formatted("", "integer", ", \"note\": {\"type\": \"string\"}"))
                        .finds("schema-changed")
                        .says("note is new"));
    }
}
