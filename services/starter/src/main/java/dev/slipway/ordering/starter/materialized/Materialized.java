package dev.slipway.ordering.starter.materialized;

import dev.slipway.ordering.starter.configuration.Shutdown;
import dev.slipway.ordering.starter.event.EventCodec;
import dev.slipway.ordering.starter.event.UnreadableEventException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * A compacted topic as a map by its key, kept up to date. Readiness waits until it has been read to its end once; while
 * Kafka is away it answers with what it knows.
 *
 * <pre>{@code
 * products.get(productId.toString()).orElseThrow(...)
 * }</pre>
 */
public final class Materialized<T> implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Materialized.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final String topic;
    private final Class<T> type;
    private final EventCodec codec;
    private final ConsumerFactory<String, String> consumers;
    private final Map<String, T> values = new ConcurrentHashMap<>();
    private volatile boolean ready;
    private volatile boolean running;
    private Thread thread = new Thread(this::follow);

    Materialized(
            String name, String topic, Class<T> type, EventCodec codec, ConsumerFactory<String, String> consumers) {
        this.name = name;
        this.topic = topic;
        this.type = type;
        this.codec = codec;
        this.consumers = consumers;
    }

    public Optional<T> get(String key) {
        return Optional.ofNullable(values.get(key));
    }

    public List<T> all() {
        return List.copyOf(values.values());
    }

    /** Whether everything that was there at the start has been read. */
    public boolean isReady() {
        return ready;
    }

    String name() {
        return name;
    }

    int size() {
        return values.size();
    }

    private void follow() {
        while (running) {
            try (Consumer<String, String> consumer = consumers.createConsumer()) {
                readOn(consumer);
            } catch (RuntimeException e) {
                LOG.warn("{} is not read: {}", topic, e.toString());
                pause();
            }
        }
    }

    private void readOn(Consumer<String, String> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (running) {
            consumer.poll(POLL).forEach(this::take);
            if (!ready && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                ready = true;
                LOG.info("{} is read: {} entries", topic, values.size());
            }
        }
    }

    private void take(ConsumerRecord<String, String> record) {
        if (record.value() == null) {
            values.remove(record.key());
            return;
        }
        try {
            values.put(record.key(), codec.read(name, record.value(), type).data());
        } catch (UnreadableEventException e) {
            // the last value that could be read stays
            LOG.error("{}-{}@{} is skipped: {}", topic, record.partition(), record.offset(), e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::follow, "materialized " + name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        try {
            thread.join(Shutdown.COPIES.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before those who need it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
