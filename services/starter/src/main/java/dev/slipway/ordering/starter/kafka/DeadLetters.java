package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.configuration.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.RetryListener;

/** Puts aside what could not be handled, with headers that say why; waits until the broker has it. */
final class DeadLetters implements ConsumerRecordRecoverer, RetryListener {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int SEND_SECONDS = 30;

    private final Producer<String, String> producer;
    private final Map<String, String> destinations;
    private final MeterRegistry meters;
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    DeadLetters(Producer<String, String> producer, Topics topics, MeterRegistry meters) {
        this.producer = producer;
        this.destinations = topics.consumes().values().stream()
                .collect(Collectors.toMap(Topics.Consumed::topic, Topics.Consumed::deadLetters));
        this.meters = meters;
    }

    @Override
    public void failedDelivery(ConsumerRecord<?, ?> record, Exception exception, int deliveryAttempt) {
        attempts.put(place(record), deliveryAttempt);
    }

    @Override
    public void recovered(ConsumerRecord<?, ?> record, Exception exception) {
        attempts.remove(place(record));
    }

    @Override
    public void accept(ConsumerRecord<?, ?> record, Exception exception) {
        Throwable cause = cause(exception);
        String topic = Optional.ofNullable(destinations.get(record.topic())).orElseThrow();
        ProducerRecord<String, String> letter = new ProducerRecord<>(
                topic, text(record.key()).orElse(null), text(record.value()).orElse(null));
        record.headers().forEach(letter.headers()::add);
        header(letter, "dlt-cause", cause.getClass().getName());
        header(letter, "dlt-message", String.valueOf(cause.getMessage()));
        header(letter, "dlt-attempts", String.valueOf(attempts.getOrDefault(place(record), 1)));
        header(letter, "dlt-origin", place(record));
        try {
            producer.send(letter).get(SEND_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("Interrupted before the dead letter was sent", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("The dead letter could not be sent to " + topic, e);
        }
        meters.counter("events.dead", "topic", record.topic()).increment();
        LOG.error(
                "Dead letter from {} because of {}",
                place(record),
                cause.getClass().getName());
    }

    /** What the handler threw, without what the container put around it. */
    private static Throwable cause(Throwable failure) {
        return failure instanceof KafkaException
                ? Optional.ofNullable(failure.getCause())
                        .map(DeadLetters::cause)
                        .orElse(failure)
                : failure;
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable(value).map(Object::toString);
    }

    private static void header(ProducerRecord<String, String> letter, String name, String value) {
        letter.headers().remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition()) + "@" + record.offset();
    }
}
