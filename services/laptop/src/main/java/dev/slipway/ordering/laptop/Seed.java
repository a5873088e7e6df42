package dev.slipway.ordering.laptop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts products into an empty shop, as an operator would: through the API, so that every service hears of them. */
final class Seed {
    private static final Logger LOG = LoggerFactory.getLogger(Seed.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OPERATOR = "operator@example.com";
    private static final String PRODUCTS = "/api/products";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final long POLL_MILLIS = 500;
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int FORBIDDEN = 403;

    private final String url;
    private final String users;
    private final String password;
    private final BooleanSupplier stopped;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    /** Takes the front door, and the service of users behind it. */
    Seed(String url, String users, String password, BooleanSupplier stopped) {
        this.url = url;
        this.users = users;
        this.password = password;
        this.stopped = stopped;
    }

    /** Does nothing where there are products, or where a service that it takes is not there. */
    void plant() throws InterruptedException {
        HttpResponse<String> there = send(request(PRODUCTS, "").GET());
        if (there.statusCode() != OK || !JSON.readTree(there.body()).isEmpty()) {
            return;
        }
        send(request("/api/users", "").POST(body(Map.of("email", OPERATOR, "name", "Operator", "password", password))));
        String token = signIn(Instant.now().plus(PATIENCE));
        if (token.isEmpty()) {
            LOG.warn("No products: {} cannot sign in", OPERATOR);
            return;
        }
        appoint(token);
        Instant end = Instant.now().plus(PATIENCE);
        for (JsonNode product : products()) {
            HttpResponse<String> answer = send(request(PRODUCTS, token).POST(body(product)));
            while (answer.statusCode() == FORBIDDEN && goesOn(end)) {
                Thread.sleep(POLL_MILLIS);
                token = signIn(end);
                answer = send(request(PRODUCTS, token).POST(body(product)));
            }
            if (answer.statusCode() != CREATED) {
                LOG.warn("No product: {} {}", answer.statusCode(), answer.body());
                return;
            }
        }
    }

    /** The first operator is made from beside the service, behind the door. */
    private void appoint(String token) throws InterruptedException {
        String id = JSON.readTree(send(request("/api/users/me", token).GET()).body())
                .path("userId")
                .asString();
        send(HttpRequest.newBuilder(URI.create(users + "/actuator/operators/" + id))
                .timeout(ANSWER)
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    static JsonNode products() {
        try (InputStream stream = Objects.requireNonNull(Seed.class.getResourceAsStream("/seed.json"))) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token; empty where there is none. The credential reaches auth by an event, which takes a moment. */
    private String signIn(Instant end) throws InterruptedException {
        while (goesOn(end)) {
            Thread.sleep(POLL_MILLIS);
            HttpResponse<String> answer =
                    send(request("/api/auth/token", "").POST(body(Map.of("email", OPERATOR, "password", password))));
            if (answer.statusCode() == OK) {
                return JSON.readTree(answer.body()).path("accessToken").asString();
            }
        }
        return "";
    }

    private boolean goesOn(Instant end) {
        return !stopped.getAsBoolean() && Instant.now().isBefore(end);
    }

    private static HttpRequest.BodyPublisher body(Object json) {
        return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(json));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
