package dev.slipway.ordering.user;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Tokens;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with an address that nobody else has. */
final class Someone {
    static final String PASSWORD = "correct horse battery";
    private static final JsonMapper JSON = new JsonMapper();

    private final RestTestClient http;
    final String email = "ada-" + UUID.randomUUID() + "@example.com";

    Someone(RestTestClient http) {
        this.http = http;
    }

    /** Waits until the service knows the key of the test's tokens. */
    static void awaitReady(RestTestClient http) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .equals(HttpStatus.OK));
    }

    ExchangeResult signUp() {
        return signUp(Map.of("email", email, "name", "Ada", "password", PASSWORD));
    }

    ExchangeResult signUp(Object body) {
        return http.post()
                .uri("/api/users")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    /** The id, by the event. */
    UUID id() {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> registered(), java.util.Objects::nonNull);
    }

    private UUID registered() {
        return Events.records("user.registered").stream()
                .map(record -> JSON.readTree(record.value()).path("data"))
                .filter(data -> data.path("email").asString().equals(email))
                .map(data -> UUID.fromString(data.path("userId").asString()))
                .findFirst()
                .orElse(null);
    }

    ExchangeResult put(UUID caller, String path, Object body) {
        return send(HttpMethod.PUT, Tokens.customer(caller), path, body);
    }

    ExchangeResult send(HttpMethod method, String token, String path, Object body) {
        return http.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    JsonNode profile(UUID caller) {
        return http.get()
                .uri("/api/users/me")
                .header("Authorization", "Bearer " + Tokens.customer(caller))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    static String type(ExchangeResult result) {
        return JSON.readTree(result.getResponseBodyContent()).path("type").asString();
    }
}
