package dev.slipway.ordering.auth;

import dev.slipway.ordering.testing.Events;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A member whom user has told of, at an address of her own. */
final class Ada {
    static final String PASSWORD = "correct horse battery";
    private static final JsonMapper JSON = new JsonMapper();

    final UUID id = UUID.randomUUID();
    final String email = "ada-" + id + "@example.com";
    private final String address = UUID.randomUUID().toString();
    private final RestTestClient http;

    Ada(RestTestClient http) {
        this.http = http;
    }

    /** Tells the service of a credential, as user does. */
    void credential(String hash, long version, String... roles) {
        credential(email, hash, version, roles);
    }

    void credential(String at, String hash, long version, String... roles) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("userId", id);
        data.put("email", at);
        data.put("passwordHash", hash);
        data.put("roles", List.of(roles));
        data.put("version", version);
        Events.publish("user.credential.set", id, data);
    }

    ExchangeResult signIn() {
        return signIn(email, PASSWORD);
    }

    ExchangeResult signIn(String at, String password) {
        return post("/api/auth/token", Map.of("email", at, "password", password));
    }

    /** By a client that does not wait when it is told to, as that of the others does. */
    HttpResponse<String> signInAtOnce(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/auth/token"))
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("email", email, "password", PASSWORD))))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode tokens() {
        return body(signIn());
    }

    ExchangeResult refresh(JsonNode tokens) {
        return refresh(tokens.path("refreshToken").asString());
    }

    ExchangeResult refresh(String token) {
        return post("/api/auth/refresh", Map.of("refreshToken", token));
    }

    ExchangeResult signOut(JsonNode tokens) {
        return post(
                "/api/auth/sign-out",
                Map.of("refreshToken", tokens.path("refreshToken").asString()));
    }

    ExchangeResult signOutEverywhere(String accessToken) {
        return http.delete()
                .uri("/api/auth/sessions")
                .header("Authorization", "Bearer " + accessToken)
                .exchange()
                .returnResult();
    }

    ExchangeResult post(String path, Object body) {
        return http.post()
                .uri(path)
                .header("X-Forwarded-For", address)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .returnResult();
    }

    static JsonNode body(ExchangeResult result) {
        return JSON.readTree(result.getResponseBodyContent());
    }
}
