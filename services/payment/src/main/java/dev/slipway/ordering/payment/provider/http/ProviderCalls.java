package dev.slipway.ordering.payment.provider.http;

import dev.slipway.ordering.payment.provider.ProviderUnavailableException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls the provider: again where it gave no answer, and not at all while it gives none to anybody. */
final class ProviderCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderCalls.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Nobody knows what they did: the same may be asked again, or somebody has to look at the key. */
    private static final Set<HttpStatus> NO_ANSWER = Set.of(
            HttpStatus.UNAUTHORIZED,
            HttpStatus.FORBIDDEN,
            HttpStatus.REQUEST_TIMEOUT,
            HttpStatus.TOO_EARLY,
            HttpStatus.TOO_MANY_REQUESTS);

    /** What a payment can be instead of what it was asked to become. */
    private static final Set<String> STATES = Set.of("authorised", "captured", "voided", "refunded");

    private final RestClient http;
    private final RetryTemplate retries;
    private final CircuitBreaker circuit;

    ProviderCalls(RestClient http, RetryTemplate retries, CircuitBreaker circuit) {
        this.http = http;
        this.retries = retries;
        this.circuit = circuit;
    }

    ProviderReply post(String path, String idempotencyKey, Map<String, ?> body) {
        try {
            return Optional.ofNullable(
                            retries.execute(() -> circuit.executeSupplier(() -> posted(path, idempotencyKey, body))))
                    .orElseThrow();
        } catch (RetryException e) {
            if (e.getCause() instanceof ProviderUnavailableException unavailable) {
                throw unavailable;
            }
            if (e.getCause() instanceof CallNotPermittedException) {
                throw new ProviderUnavailableException("The circuit is open");
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private ProviderReply posted(String path, String idempotencyKey, Map<String, ?> body) {
        try {
            return Optional.ofNullable(http.post()
                            .uri(path)
                            .header("Idempotency-Key", idempotencyKey)
                            .contentType(MediaType.APPLICATION_JSON)
                            .accept(MediaType.APPLICATION_JSON)
                            .body(body)
                            .exchange((request, response) -> reply(response)))
                    .orElseThrow();
        } catch (RestClientException e) {
            // without the cause: its text may hold what was sent
            throw new ProviderUnavailableException("The provider cannot be reached: "
                    + e.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    private static ProviderReply reply(ClientHttpResponse response) throws IOException {
        HttpStatusCode status = response.getStatusCode();
        if (status.is5xxServerError() || NO_ANSWER.stream().anyMatch(none -> none.isSameCodeAs(status))) {
            throw new ProviderUnavailableException("The provider answers " + status.value());
        }
        try {
            ProviderReply reply = JSON.readValue(response.getBody().readAllBytes(), ProviderReply.class);
            if (reply == null || reply.status() == null) {
                throw new ProviderUnavailableException(
                        "The provider answers %s without a status".formatted(status.value()));
            }
            if (status.isSameCodeAs(HttpStatus.CONFLICT) && STATES.stream().noneMatch(reply::is)) {
                throw new ProviderUnavailableException("The provider is at the same payment already");
            }
            if (status.isError()) {
                LOG.info("The provider refuses with {}", status.value());
            }
            return reply;
        } catch (JacksonException e) {
            throw new ProviderUnavailableException("The provider answers %s and no JSON".formatted(status.value()));
        }
    }
}
