package dev.slipway.ordering.ai.recommendation;

import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.materialized.MaterializedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RecommendationConfiguration {
    @Bean
    Materialized<Product> products(MaterializedTopics topics) {
        return topics.of("store.product", Product.class);
    }
}
