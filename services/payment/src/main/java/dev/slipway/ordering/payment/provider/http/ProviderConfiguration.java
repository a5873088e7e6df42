package dev.slipway.ordering.payment.provider.http;

import dev.slipway.ordering.payment.provider.PaymentProvider;
import dev.slipway.ordering.payment.provider.ProviderUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The provider that moves money. Metric payment.provider.circuit: 1 while it is open. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "payment.provider.kind", havingValue = "http")
class ProviderConfiguration {
    private static final float HALF = 50;
    private static final int TRIALS = 3;

    @Bean
    PaymentProvider paymentProvider(
            ProviderProperties properties, ObservationRegistry observations, MeterRegistry meters) {
        CircuitBreaker circuit = circuit(properties);
        meters.gauge(
                "payment.provider.circuit", circuit, state -> state.getState() == CircuitBreaker.State.OPEN ? 1 : 0);
        return provider(properties, observations, circuit);
    }

    static PaymentProvider provider(
            ProviderProperties properties, ObservationRegistry observations, CircuitBreaker circuit) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(properties.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build());
        requests.setReadTimeout(properties.readTimeout());
        RestClient http = RestClient.builder()
                .baseUrl(properties.url())
                .requestFactory(requests)
                .observationRegistry(observations)
                .defaultHeader("Authorization", "Bearer " + properties.apiKey())
                .build();
        RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
                .includes(ProviderUnavailableException.class)
                .maxRetries(properties.attempts() - 1L)
                .delay(properties.pause())
                .jitter(properties.pause().dividedBy(2))
                .multiplier(2)
                .build());
        return new HttpProvider(new ProviderCalls(http, retries, circuit));
    }

    static CircuitBreaker circuit(ProviderProperties properties) {
        return CircuitBreaker.of(
                "provider",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(properties.circuit().calls())
                        .minimumNumberOfCalls(properties.circuit().calls())
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(properties.circuit().openFor())
                        .permittedNumberOfCallsInHalfOpenState(TRIALS)
                        .recordExceptions(ProviderUnavailableException.class)
                        .build());
    }
}
