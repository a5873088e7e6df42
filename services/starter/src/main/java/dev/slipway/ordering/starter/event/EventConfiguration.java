package dev.slipway.ordering.starter.event;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The envelope as this service writes it. */
@AutoConfiguration
public class EventConfiguration {
    @Bean
    EventCodec eventCodec(
            @Value("${spring.application.name}") String service,
            @Value("${slipway.schemas:https://shop.example.com/schemas/}") String schemas,
            Clock clock) {
        return new EventCodec(service, schemas, clock);
    }
}
