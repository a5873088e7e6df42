package dev.slipway.ordering.starter.observability;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Traces over topics. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
public class ObservabilityConfiguration {
    @Bean
    Traces traces(ObservationRegistry registry) {
        return new Traces(registry);
    }
}
