package dev.slipway.ordering.testing;

import dev.slipway.ordering.schemas.EventSchemas;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The topics as the other services see them. What is published here and what is found here must be by its schema in
 * {@code services/schemas}, so that no service is tested with events that no other would send or take.
 *
 * <pre>{@code
 * Events.publish("stock.reserved", orderId, Map.of("orderId", orderId, ...));
 * JsonNode requested = Events.await("payment.requested", orderId);
 * }</pre>
 */
public final class Events {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String DEAD_LETTERS = ".dlt";
    private static final JsonMapper JSON = new JsonMapper();

    private Events() {}

    /** Publishes an event in its envelope; returns its id. */
    public static UUID publish(String topic, Object key, Object data) {
        UUID id = UUID.randomUUID();
        publish(topic, key, id, data);
        return id;
    }

    /** Publishes an event with an id, for one that comes twice. */
    public static void publish(String topic, Object key, UUID id, Object data) {
        String event = envelope(topic, key, id, data);
        check(topic, event);
        publishText(topic, key, event);
    }

    /** Publishes an event whose data is not by its schema, for what must be put aside. */
    public static void publishInvalid(String topic, Object key, Object data) {
        String event = envelope(topic, key, UUID.randomUUID(), data);
        if (EventSchemas.problems(topic, event).isEmpty()) {
            throw new AssertionError("The event of " + topic + " must not be by its schema");
        }
        publishText(topic, key, event);
    }

    private static String envelope(String topic, Object key, UUID id, Object data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "/test");
        event.put("type", "dev.slipway.ordering." + topic + ".v1");
        event.put("subject", key.toString());
        event.put("time", Instant.now().toString());
        event.put("datacontenttype", "application/json");
        event.put("dataschema", "https://shop.example.com/schemas/" + topic + ".v1.json");
        event.put("data", data);
        return JSON.writeValueAsString(event);
    }

    private static void check(String topic, String event) {
        List<String> problems = EventSchemas.problems(topic, event);
        if (!problems.isEmpty()) {
            throw new AssertionError("An event of " + topic + " must be by its schema: " + problems);
        }
    }

    /** Publishes an event as part of a trace. */
    public static void publishTraced(String topic, Object key, Object data, String traceparent) {
        String event = envelope(topic, key, UUID.randomUUID(), data);
        check(topic, event);
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key.toString(), event);
        record.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
        send(record);
    }

    /** Publishes whatever it is told, for what cannot be read. */
    public static void publishText(String topic, Object key, String value) {
        send(new ProducerRecord<>(topic, key.toString(), value));
    }

    private static void send(ProducerRecord<String, String> record) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Parts.kafka().bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("Nothing published on " + record.topic(), e);
        }
    }

    /** The data of the first event with the key on the topic, as soon as it is there. */
    public static JsonNode await(String topic, Object key) {
        return await(topic, key, 1).get(0).path("data");
    }

    /** The events with the key on the topic, whole, as soon as there are as many. */
    public static List<JsonNode> await(String topic, Object key, int atLeast) {
        return Awaitility.await(topic + " of " + key)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> of(topic, key), events -> events.size() >= atLeast);
    }

    /** The events with the key that are on the topic now. */
    public static List<JsonNode> of(String topic, Object key) {
        return records(topic).stream()
                .filter(record -> key.toString().equals(record.key()))
                .peek(record -> {
                    if (!topic.endsWith(DEAD_LETTERS)) {
                        check(topic, record.value());
                    }
                })
                .map(record -> JSON.readTree(record.value()))
                .collect(Collectors.toList());
    }

    /** Everything committed on the topic now, tombstones left out. */
    public static List<ConsumerRecord<String, String>> records(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", Parts.kafka().bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .collect(Collectors.toList());
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<String, String>> records = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
            records.removeIf(record -> record.value() == null);
            return records;
        }
    }
}
