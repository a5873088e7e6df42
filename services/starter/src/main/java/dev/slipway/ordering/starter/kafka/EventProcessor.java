package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.event.EventCodec;
import dev.slipway.ordering.starter.inbox.Inbox;
import dev.slipway.ordering.starter.observability.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.transaction.support.TransactionOperations;

/** Handles a batch in one transaction; where one event fails, each in its own, up to the one that fails. */
final class EventProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(EventProcessor.class);

    private final EventCodec codec;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final Traces traces;
    private final MeterRegistry meters;

    EventProcessor(
            EventCodec codec, Inbox inbox, TransactionOperations transactions, Traces traces, MeterRegistry meters) {
        this.codec = codec;
        this.inbox = inbox;
        this.transactions = transactions;
        this.traces = traces;
        this.meters = meters;
    }

    <T> void batch(EventHandler<T> handler, List<ConsumerRecord<String, String>> records) {
        if (records.size() > 1) {
            try {
                together(handler, records);
                return;
            } catch (RuntimeException e) {
                LOG.debug("A batch of {} is handled one by one", handler.topic(), e);
            }
        }
        for (int i = 0; i < records.size(); i++) {
            try {
                together(handler, records.subList(i, i + 1));
            } catch (RuntimeException e) {
                throw new BatchListenerFailedException("An event of " + handler.topic() + " failed", e, i);
            }
        }
    }

    /** Handles an event in a transaction of its own; false where it has had its effect before. */
    <T> boolean one(EventHandler<T> handler, ConsumerRecord<String, String> record) {
        return together(handler, List.of(record)) == 1;
    }

    private <T> int together(EventHandler<T> handler, List<ConsumerRecord<String, String>> records) {
        List<Event<T>> events = new ArrayList<>();
        for (ConsumerRecord<String, String> record : records) {
            events.add(codec.read(handler.topic(), record.value(), handler.data()));
        }
        Integer handled = transactions.execute(status -> {
            Set<String> fresh = inbox.accept(handler.topic(), ids(events));
            int count = fresh.size();
            for (int i = 0; i < events.size(); i++) {
                Event<T> event = events.get(i);
                if (fresh.remove(id(event))) {
                    traces.handle(handler.topic(), traceparent(records.get(i)), () -> handler.handle(event));
                }
            }
            return count;
        });
        int count = Optional.ofNullable(handled).orElse(0);
        meters.counter("events.handled", "topic", handler.topic()).increment(count);
        meters.counter("events.duplicates", "topic", handler.topic()).increment((double) records.size() - count);
        return count;
    }

    private static <T> Set<String> ids(List<Event<T>> events) {
        Set<String> ids = new HashSet<>();
        events.forEach(event -> ids.add(id(event)));
        return ids;
    }

    /** Unique for all sources. */
    private static String id(Event<?> event) {
        return event.source() + " " + event.id();
    }

    private static Optional<String> traceparent(ConsumerRecord<String, String> record) {
        return Optional.ofNullable(record.headers().lastHeader(Traces.TRACEPARENT))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }
}
