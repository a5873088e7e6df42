package dev.slipway.ordering.ai;

import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the service does not take, and how it says so. */
@ServiceTest
class RefusalsIT {
    private static final UUID USER = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @BeforeEach
    void open() {
        new Audience(http).open();
    }

    static Stream<String> badTokens() {
        return Tokens.wrong(USER);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesEveryTokenThatIsNotRight(String token) {
        http.get()
                .uri("/api/recommendations")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/recommendations/other", "/actuator/env", "/api/orders"})
    void opensNothingElse(String path) {
        http.get()
                .uri(path)
                .header("X-Forwarded-For", "1.2.3.4")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=21", "limit=x", "productId=x", "productId=1' OR '1'='1"})
    void refusesWhatIsNoQuestion(String query) {
        http.get()
                .uri(builder -> {
                    String[] parts = query.split("=", 2);
                    return builder.path("/api/recommendations")
                            .queryParam(parts[0], "{value}")
                            .build(parts[1]);
                })
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.BAD_REQUEST)
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/recommendations/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/recommendations'].get.parameters.length()")
                .isEqualTo(2);
    }
}
