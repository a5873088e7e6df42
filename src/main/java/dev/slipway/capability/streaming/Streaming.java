package dev.slipway.capability.streaming;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;

/**
 * What a service can do with topics.
 *
 * <pre>{@code
 * Service.java("payment").needs(consumes(ORDER_PLACED), publishes(PAYMENT_SETTLED))
 * }</pre>
 */
@Declares
public final class Streaming {
    private Streaming() {}

    /** The service writes events to the topic. */
    public static Publishes publishes(Topic topic) {
        return new Publishes(topic, Origin.here());
    }

    /** The service reads the topic in a consumer group of its own; replicas share the partitions. */
    public static Consumes consumes(Topic topic) {
        return new Consumes(topic, Origin.here());
    }

    /** Each replica of the service reads the whole of a compacted topic and keeps it: reference data, keys, prices. */
    public static Materializes materializes(Topic topic) {
        return new Materializes(topic, Origin.here());
    }
}
