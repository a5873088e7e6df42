package dev.slipway.ordering.order;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the service does not take, and how it says so. */
@ServiceTest
class RefusalsIT {
    private static final UUID USER = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    private Shop shop;

    @BeforeEach
    void openShop() {
        shop = new Shop(http, USER);
        shop.open();
    }

    static Stream<String> badTokens() {
        return Tokens.wrong(USER);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesEveryTokenThatIsNotRight(String token) {
        http.get()
                .uri("/api/orders")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesToGoOnWithoutAToken() {
        http.get().uri("/api/orders").exchange().expectStatus().isUnauthorized();
        http.get()
                .uri("/actuator/env")
                .header("X-Forwarded-For", "1.2.3.4")
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    static Stream<Object> badOrders() {
        return Stream.of(
                Map.of("lines", List.of()),
                Map.of(),
                Map.of("lines", List.of(Map.of("productId", Shop.CUPS, "quantity", 0))),
                Map.of("lines", List.of(Map.of("productId", Shop.CUPS, "quantity", 1001))),
                Map.of("lines", List.of(Map.of("productId", "'; DROP TABLE orders; --", "quantity", 1))),
                Map.of(
                        "lines",
                        List.of(Map.of("productId", Shop.CUPS, "quantity", 1)),
                        "paymentMethod",
                        "4111111111111111"));
    }

    @ParameterizedTest
    @MethodSource("badOrders")
    void refusesAnOrderThatIsNotValid(Object body) {
        ExchangeResult result = shop.place("key", body);

        assertThat(result.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void refusesAProductThatIsNotForSale() {
        ExchangeResult result =
                shop.place("unknown", Map.of("lines", List.of(Map.of("productId", UUID.randomUUID(), "quantity", 1))));

        assertThat(result.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shop.body(result).path("type").asString()).isEqualTo("urn:slipway:problem:unknown-product");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        ExchangeResult result = shop.place("large", Map.of("paymentMethod", "x".repeat(70_000)));

        assertThat(result.getStatus()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void needsAKey() {
        assertThat(shop.place(" ", 1).getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/orders/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/orders/{id}/cancel'].post")
                .exists();
    }
}
