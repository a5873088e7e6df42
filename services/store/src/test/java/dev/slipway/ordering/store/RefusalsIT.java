package dev.slipway.ordering.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** What the service does not take, and how it says so. */
@ServiceTest
class RefusalsIT {
    private static final UUID USER = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    private Shelf shelf;

    @BeforeEach
    void open() {
        shelf = new Shelf(http);
        shelf.open();
    }

    static Stream<String> badTokens() {
        return Tokens.wrong(USER);
    }

    @ParameterizedTest
    @MethodSource("badTokens")
    void refusesEveryTokenThatIsNotRight(String token) {
        ExchangeResult create = shelf.send(HttpMethod.POST, "/api/products", token, Shelf.body("Cups", 1));

        assertThat(create.getStatus()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(create.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        http.get()
                .uri("/api/products")
                .header("Authorization", "Bearer " + token)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    static Stream<Arguments> operations() {
        String id = UUID.randomUUID().toString();
        return Stream.of(
                Arguments.of(HttpMethod.POST, "/api/products", Shelf.body("Cups", 1)),
                Arguments.of(HttpMethod.PUT, "/api/products/" + id, Shelf.body("Cups", 1)),
                Arguments.of(HttpMethod.PUT, "/api/products/" + id + "/stock", Map.of("onHand", 1)),
                Arguments.of(HttpMethod.GET, "/api/products/" + id + "/stock", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void letsOnlyOperatorsOperate(HttpMethod method, String path, Map<String, Object> body) {
        assertThat(shelf.send(method, path, Tokens.customer(USER), body).getStatus())
                .isEqualTo(HttpStatus.FORBIDDEN);
        http.method(method)
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    static Stream<Arguments> badProducts() {
        return Stream.of(
                Arguments.of("name", " "),
                Arguments.of("name", "x".repeat(201)),
                Arguments.of("unitPrice", -1),
                Arguments.of("unitPrice", "'; DROP TABLE products; --"),
                Arguments.of("currency", "euro"),
                Arguments.of("category", "Coffee"),
                Arguments.of("stock", -1),
                Arguments.of("status", "sold"));
    }

    @ParameterizedTest
    @MethodSource("badProducts")
    void refusesAProductThatIsNotValid(String field, Object value) {
        Map<String, Object> body = Shelf.body("Cups", 1);
        body.put(field, value);

        ExchangeResult result = shelf.asOperator(HttpMethod.POST, "/api/products", body);

        assertThat(result.getStatus()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"category.unheard-of", "category.gone"})
    void refusesACategoryThatTakesNoProducts(String category) {
        Map<String, Object> body = Shelf.body("Cups", 1);
        body.put("category", category);

        ExchangeResult result = shelf.asOperator(HttpMethod.POST, "/api/products", body);

        assertThat(result.getStatus()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(Shelf.json(result).path("type").asString()).isEqualTo("urn:slipway:problem:unknown-category");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE products; --",
                "a' | b & !c:*",
                "<-> ((( !!! &&&",
                "\\",
                "%",
                "Ω 日本 ​",
                "' UNION SELECT * FROM reservations --"
            })
    void searchesForWhateverIsTypedAndForNothingElse(String typed) {
        http.get()
                .uri(builder ->
                        builder.path("/api/products").queryParam("q", "{q}").build(typed))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(database.sql("SELECT count(*) FROM products")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=x", "after=x"})
    void refusesAPageThatIsNone(String query) {
        http.get().uri("/api/products?" + query).exchange().expectStatus().isBadRequest();
    }

    @Test
    void refusesASearchThatIsTooLong() {
        http.get()
                .uri("/api/products?q=" + "x".repeat(201))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Map<String, Object> body = Shelf.body("Cups", 1);
        body.put("description", "x".repeat(70_000));

        assertThat(shelf.asOperator(HttpMethod.POST, "/api/products", body).getStatus())
                .isEqualTo(HttpStatus.CONTENT_TOO_LARGE);
    }

    @Test
    void knowsNoProductThatIsNotThere() {
        http.get()
                .uri("/api/products/" + UUID.randomUUID())
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void describesItself() {
        http.get()
                .uri("/api/products/openapi.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.paths['/api/products/{id}/stock'].put")
                .exists()
                .jsonPath("$.paths['/api/products/{id}'].get.parameters.length()")
                .isEqualTo(1);
    }
}
