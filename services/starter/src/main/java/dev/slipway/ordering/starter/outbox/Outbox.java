package dev.slipway.ordering.starter.outbox;

import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.configuration.Topics;
import dev.slipway.ordering.starter.event.EventCodec;
import dev.slipway.ordering.starter.observability.Traces;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Publishes events in the transaction of the change they tell of: both happen or neither. They are on Kafka a moment
 * after it, in order for each key, at least once.
 *
 * <pre>{@code
 * transactions.executeWithoutResult(status -> {
 *     orders.insert(order);
 *     outbox.publish("order.placed", order.id(), OrderPlaced.of(order));
 * });
 * }</pre>
 */
public final class Outbox {
    /** Below {@code max.request.size} of Kafka, 1 MiB, with room for headers. */
    private static final int LONGEST_EVENT = 900_000;

    private final JdbcClient database;
    private final EventCodec codec;
    private final Ids ids;
    private final Topics topics;
    private final Traces traces;
    private final Runnable wake;

    Outbox(JdbcClient database, EventCodec codec, Ids ids, Topics topics, Traces traces, Runnable wake) {
        this.database = database;
        this.codec = codec;
        this.ids = ids;
        this.topics = topics;
        this.traces = traces;
        this.wake = wake;
    }

    /** Publishes data, a record, on the topic of that schema. */
    public void publish(String topic, UUID key, Object data) {
        publish(topic, key.toString(), data);
    }

    public void publish(String topic, String key, Object data) {
        traces.publish(topic, traceparent -> {
            @Nullable String trace = traceparent.orElse(null);
            String event = codec.write(ids.next(), topic, key, data, trace);
            if (event.length() > LONGEST_EVENT) {
                throw new IllegalArgumentException("The event of " + topic + " (" + event.length()
                        + " characters) must have at most " + LONGEST_EVENT);
            }
            insert(topic, key, event, trace);
        });
    }

    /** Deletes a key from a compacted topic. */
    public void delete(String topic, String key) {
        insert(topic, key, null, null);
    }

    private void insert(String topic, String key, @Nullable String event, @Nullable String traceparent) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event must be published in the transaction of its change");
        }
        database.sql("INSERT INTO outbox (topic, key, event, traceparent) VALUES (?, ?, ?, ?)")
                .params(topics.published(topic), key, event, traceparent)
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake.run();
            }
        });
    }
}
