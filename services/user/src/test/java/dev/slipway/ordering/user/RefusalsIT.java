package dev.slipway.ordering.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
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

    private Someone ada;

    @BeforeEach
    void getToKnow() {
        Someone.awaitReady(http);
        ada = new Someone(http);
    }

    static Stream<String> badTokens() {
        return Tokens.wrong(USER);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesEveryTokenThatIsNotRight(String token) {
        ExchangeResult result = ada.send(HttpMethod.PUT, token, "/api/users/me", Map.of("name", "Eve"));

        assertThat(result.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    static Stream<String> closed() {
        return Stream.of(
                "GET /api/users/me",
                "GET /api/users",
                "GET /api/users/" + USER,
                "PUT /api/users/me",
                "PUT /api/users/me/email",
                "PUT /api/users/me/password",
                "PUT /api/users/" + USER + "/roles");
    }

    @ParameterizedTest
    @MethodSource("closed")
    void needsATokenButForSignUp(String endpoint) {
        String[] parts = endpoint.split(" ");
        http.method(HttpMethod.valueOf(parts[0]))
                .uri(parts[1])
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void showsNobodySomebodyElse() {
        ada.signUp();
        UUID id = ada.id();

        http.get()
                .uri("/api/users/" + id)
                .header("Authorization", "Bearer " + Tokens.customer(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isNotFound();
        http.get()
                .uri("/api/users/" + id)
                .header("Authorization", "Bearer " + Tokens.operator(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isOk();
        http.get()
                .uri("/api/users/me")
                .header("Authorization", "Bearer " + Tokens.customer(UUID.randomUUID()))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    static Stream<Object> badSignUps() {
        return Stream.of(
                Map.of(),
                Map.of("email", "ada@example.com", "name", "Ada"),
                Map.of("email", "ada@example.com", "name", "Ada", "password", "too short"),
                Map.of("email", "ada@example.com", "name", "Ada", "password", "x".repeat(129)),
                Map.of("email", "ada@example.com", "name", "Ada", "password", "aaaaaaaaaaaa"),
                Map.of("email", "ada@example.com", "name", " ", "password", Someone.PASSWORD),
                Map.of("email", "ada@example.com", "name", "A\nda", "password", Someone.PASSWORD),
                Map.of("email", "ada@example.com", "name", "A".repeat(101), "password", Someone.PASSWORD),
                Map.of("email", "not an address", "name", "Ada", "password", Someone.PASSWORD),
                Map.of("email", "a@b.c\r\nBcc: x@y.zz", "name", "Ada", "password", Someone.PASSWORD),
                Map.of("email", "'; DROP TABLE users; --@x.yz", "name", "Ada", "password", Someone.PASSWORD));
    }

    @ParameterizedTest
    @MethodSource("badSignUps")
    void refusesASignUpThatIsNotValidWithoutRepeatingIt(Object body) {
        ExchangeResult result = ada.signUp(body);

        assertThat(result.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(new String(result.getResponseBodyContent(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain(Someone.PASSWORD, "ada@example.com");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        assertThat(ada.signUp(Map.of("name", "x".repeat(70_000))).getStatus()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/users/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/users/me/password'].put")
                .exists();
    }
}
