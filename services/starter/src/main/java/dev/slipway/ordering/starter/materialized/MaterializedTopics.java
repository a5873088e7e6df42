package dev.slipway.ordering.starter.materialized;

import dev.slipway.ordering.starter.configuration.Topics;
import dev.slipway.ordering.starter.event.EventCodec;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Makes the maps of a service; each is a bean.
 *
 * <pre>{@code
 * @Bean
 * Materialized<Product> products(MaterializedTopics topics) {
 *     return topics.of("store.product", Product.class);
 * }
 * }</pre>
 */
public final class MaterializedTopics {
    private final Topics topics;
    private final EventCodec codec;
    private final ConsumerFactory<String, String> consumers;

    MaterializedTopics(Topics topics, EventCodec codec, ConsumerFactory<String, String> consumers) {
        this.topics = topics;
        this.codec = codec;
        this.consumers = consumers;
    }

    public <T> Materialized<T> of(String topic, Class<T> data) {
        return new Materialized<>(topic, topics.materialized(topic), data, codec, consumers);
    }
}
