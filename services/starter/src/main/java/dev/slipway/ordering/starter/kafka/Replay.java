package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.configuration.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * {@code GET /actuator/deadletters/{topic}} counts dead letters by cause; {@code POST} handles them again, here and
 * not on their topic, which others read too. The inbox knows those that have had their effect, so that a replay can be
 * repeated.
 */
@Endpoint(id = "deadletters")
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final Topics topics;
    private final Listeners listeners;
    private final EventProcessor processor;
    private final ConsumerFactory<String, String> consumers;

    Replay(Topics topics, Listeners listeners, EventProcessor processor, ConsumerFactory<String, String> consumers) {
        this.topics = topics;
        this.listeners = listeners;
        this.processor = processor;
        this.consumers = consumers;
    }

    /** How many were replayed, had had their effect before, and failed again. */
    public record Outcome(int replayed, int before, int failed) {}

    /** Dead letters by cause. */
    @ReadOperation
    public Map<String, Integer> count(@Selector String topic) {
        Map<String, Integer> causes = new TreeMap<>();
        read(topics.consumed(topic).deadLetters(), record -> causes.merge(cause(record), 1, Integer::sum));
        return causes;
    }

    @WriteOperation
    public Outcome replay(@Selector String topic) {
        EventHandler<?> handler = listeners.handler(topic).orElseThrow();
        List<Integer> before = new ArrayList<>();
        List<Integer> replayed = new ArrayList<>();
        List<Integer> failed = new ArrayList<>();
        read(topics.consumed(topic).deadLetters(), record -> {
            try {
                (processor.one(handler, record) ? replayed : before).add(1);
            } catch (RuntimeException e) {
                LOG.warn(
                        "A dead letter of {} failed again because of {}",
                        topic,
                        e.getClass().getName());
                failed.add(1);
            }
        });
        return new Outcome(replayed.size(), before.size(), failed.size());
    }

    /** From the first to those that are there now; without a group, so that nothing is committed. */
    private void read(String topic, Consumer<ConsumerRecord<String, String>> each) {
        try (org.apache.kafka.clients.consumer.Consumer<String, String> consumer = consumers.createConsumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(each);
            }
        }
    }

    private static String cause(ConsumerRecord<String, String> record) {
        return Optional.ofNullable(record.headers().lastHeader("dlt-cause"))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .orElse("unknown");
    }
}
