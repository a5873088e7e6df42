package dev.slipway.ordering.store.catalogue;

import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.materialized.MaterializedTopics;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CatalogueConfiguration {
    @Bean
    Materialized<Category> categories(MaterializedTopics topics) {
        return topics.of("common.reference", Category.class);
    }
}
