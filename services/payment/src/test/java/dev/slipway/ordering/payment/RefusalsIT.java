package dev.slipway.ordering.payment;

import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The service has no API: whatever is asked of it from outside is refused, with whatever token. */
@ServiceTest
@ActiveProfiles("laptop")
class RefusalsIT {
    @Autowired
    private RestTestClient http;

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/api/payments", "/api/orders", "/actuator/env", "/actuator/deadletters/order.cancelled"})
    void refusesEverything(String path) {
        http.get()
                .uri(path)
                .header("X-Forwarded-For", "1.2.3.4")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        http.get()
                .uri(path)
                .header("X-Forwarded-For", "1.2.3.4")
                .header("Authorization", "Bearer " + Tokens.operator(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void answersProbes() {
        http.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
        http.get().uri("/actuator/health/liveness").exchange().expectStatus().isOk();
    }
}
