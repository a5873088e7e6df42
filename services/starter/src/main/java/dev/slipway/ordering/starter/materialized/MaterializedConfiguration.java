package dev.slipway.ordering.starter.materialized;

import dev.slipway.ordering.starter.configuration.Topics;
import dev.slipway.ordering.starter.event.EventCodec;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;

/** Compacted topics, and the health that readiness asks. */
@AutoConfiguration(afterName = "dev.slipway.ordering.starter.kafka.KafkaConfiguration")
public class MaterializedConfiguration {
    @Bean
    @ConditionalOnProperty("slipway.kafka.bootstrap-servers")
    MaterializedTopics materializedTopics(Topics topics, EventCodec codec, ConsumerFactory<String, String> consumers) {
        return new MaterializedTopics(topics, codec, consumers);
    }

    @Bean
    HealthIndicator materializedHealthIndicator(ObjectProvider<Materialized<?>> all) {
        return () -> {
            Health.Builder health = Health.up();
            all.orderedStream().forEach(one -> {
                health.withDetail(one.name(), one.size());
                if (!one.isReady()) {
                    health.outOfService();
                }
            });
            return health.build();
        };
    }
}
