package dev.slipway.ordering.common;

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

    private Operator operator;

    @BeforeEach
    void signIn() {
        operator = new Operator(http);
    }

    static Stream<String> badTokens() {
        return Tokens.wrong(USER);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesEveryTokenThatIsNotRight(String token) {
        for (HttpMethod method : new HttpMethod[] {HttpMethod.PUT, HttpMethod.DELETE}) {
            ExchangeResult result = operator.send(method, token, "category.coffee", Operator.body("Evil", ""), "", "");
            assertThat(result.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
            assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        }
    }

    @Test
    void letsCustomersReadOnly() {
        String customer = Tokens.customer(USER);
        for (HttpMethod method : new HttpMethod[] {HttpMethod.PUT, HttpMethod.DELETE}) {
            assertThat(operator.send(method, customer, "category.tea", Operator.body("Evil", ""), "", "")
                            .getStatus())
                    .isEqualTo(HttpStatus.FORBIDDEN);
        }
        assertThat(operator.get("/api/reference/category.tea").getStatus()).isEqualTo(HttpStatus.OK);
    }

    static Stream<Object> badEntries() {
        return Stream.of(
                Map.of(),
                Map.of("name", " ", "active", true),
                Map.of("name", "x".repeat(101), "active", true),
                Map.of("name", "a\u0000b", "active", true),
                Map.of("name", "Mugs"),
                Map.of("name", "Mugs", "active", true, "position", -1),
                Map.of("name", "Mugs", "active", true, "position", 100_001),
                Map.of("name", "Mugs", "active", true, "parent", "'; DROP TABLE reference_entries; --"));
    }

    @ParameterizedTest
    @MethodSource("badEntries")
    void refusesAnEntryThatIsNotValid(Object body) {
        ExchangeResult result = operator.put(Operator.newCode(), body);

        assertThat(result.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    static Stream<String> badCodes() {
        return Stream.of(
                "coffee", "category", "category.", "planet.mars", "category.a_b", "category." + "a".repeat(100));
    }

    @ParameterizedTest
    @MethodSource("badCodes")
    void refusesACodeThatIsNone(String code) {
        assertThat(operator.put(code, "Mugs").getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void refusesAKindThatIsNoneAndATagThatIsNone() {
        assertThat(operator.get("/api/reference?kind=planet").getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(operator.put(Operator.newCode(), "Mugs", "If-Match", "\"one\"")
                        .getStatus())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(operator.get("/api/reference/category.no-such").getStatus()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(operator.put(Operator.newCode(), Map.of("name", "x".repeat(70_000)))
                        .getStatus())
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/reference/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/reference/{code}'].put")
                .exists();
    }
}
