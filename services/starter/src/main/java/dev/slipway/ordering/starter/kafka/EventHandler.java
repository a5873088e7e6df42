package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.event.Event;

/**
 * What a service does about the events of a topic. A bean of this type is all it takes: its method runs in a database
 * transaction, once for each event, in order for each key. What throws is tried again, then a dead letter.
 *
 * <p>The transaction may hold a whole batch: call nobody over the network here, write down what is to be done.
 *
 * @param <T> the data, a record
 */
public interface EventHandler<T> {
    /** The topic, as {@code "stock.reserved"}. */
    String topic();

    Class<T> data();

    void handle(Event<T> event);
}
