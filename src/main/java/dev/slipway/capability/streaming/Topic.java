package dev.slipway.capability.streaming;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import java.time.Duration;
import java.util.Optional;

/**
 * A Kafka topic.
 *
 * <pre>{@code
 * static final Topic ORDER_PLACED = Topic.named("order.placed").partitions(12).keyedBy("orderId");
 * }</pre>
 *
 * @param key the field of its events by which they are ordered
 * @param retention how long an event is kept; of no meaning where the topic is compacted
 * @param compacted whether the last event of each key is kept for ever, so that a reader can rebuild a whole state
 * @param owner the service that answers for it, where several publish it
 */
@Declares
public record Topic(
        String name,
        int partitions,
        Optional<String> key,
        Duration retention,
        boolean compacted,
        Optional<String> owner,
        Origin origin) {
    /** Twelve divides by two, three, four and six consumers. */
    public static final int DEFAULT_PARTITIONS = 12;

    /** A week: a consumer that failed on a Friday evening loses nothing until Monday. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(7);

    public static Topic named(String name) {
        return new Topic(
                name, DEFAULT_PARTITIONS, Optional.empty(), DEFAULT_RETENTION, false, Optional.empty(), Origin.here());
    }

    public Topic partitions(int number) {
        return new Topic(name, number, key, retention, compacted, owner, origin);
    }

    /** Events with the same value of this field stay in order. */
    public Topic keyedBy(String field) {
        return new Topic(name, partitions, Optional.of(field), retention, compacted, owner, origin);
    }

    public Topic retainedFor(Duration duration) {
        return new Topic(name, partitions, key, duration, compacted, owner, origin);
    }

    /** Keeps the last event of each key for ever. */
    public Topic compact() {
        return new Topic(name, partitions, key, retention, true, owner, origin);
    }

    /** Which service answers for it, where more than one publishes it: {@code ownedBy("order")}. */
    public Topic ownedBy(String service) {
        return new Topic(name, partitions, key, retention, compacted, Optional.of(service), origin);
    }

    /** What it is in a picture of the platform. */
    End.OfTopic end() {
        return new End.OfTopic(name, partitions, key, compacted, compacted ? Optional.empty() : Optional.of(retention));
    }

    /** Where events go that a consumer could not process: {@code order.placed.payment.dlt}, kept twice as long. */
    public Topic deadLettersOf(String consumer) {
        Duration kept = compacted ? DEFAULT_RETENTION : retention;
        return new Topic(
                name + "." + consumer + ".dlt", partitions, key, kept.multipliedBy(2), false, Optional.empty(), origin);
    }
}
