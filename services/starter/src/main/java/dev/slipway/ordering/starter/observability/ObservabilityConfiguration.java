package dev.slipway.ordering.starter.observability;

import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** Traces over topics, and of what customers do alone. */
@AutoConfiguration(
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
public class ObservabilityConfiguration {
    private static final String OPERATIONS = "/actuator/";

    @Bean
    Traces traces(ObservationRegistry registry, ObjectProvider<Tracer> tracers) {
        return new Traces(registry, () -> Optional.ofNullable(tracers.getIfAvailable()));
    }

    /** Probes and scrapes come every few seconds, and are no requests of anybody. */
    @Bean
    ObservationPredicate requestsOfCustomers() {
        return (name, context) -> !(context instanceof ServerRequestObservationContext request
                && Optional.ofNullable(request.getCarrier())
                        .filter(carrier -> carrier.getRequestURI().startsWith(OPERATIONS))
                        .isPresent());
    }
}
