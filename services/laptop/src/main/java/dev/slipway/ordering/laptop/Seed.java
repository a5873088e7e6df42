package dev.slipway.ordering.laptop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
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
    private static final long POLL_MILLIS = 200;
    private static final int OK = 200;
    private static final int CREATED = 201;

    private final String url;
    private final String password;
    private final BooleanSupplier stopped;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    Seed(String url, String password, BooleanSupplier stopped) {
        this.url = url;
        this.password = password;
        this.stopped = stopped;
    }

    /** Does nothing where there are products, or where a service that it takes is not there. */
    void plant() throws InterruptedException {
        HttpResponse<String> products = send(request(PRODUCTS, "").GET());
        if (products.statusCode() != OK || !JSON.readTree(products.body()).isEmpty()) {
            return;
        }
        String token = signIn();
        if (token.isEmpty()) {
            LOG.warn("No products: {} cannot sign in", OPERATOR);
            return;
        }
        for (JsonNode product : products()) {
            HttpResponse<String> answer = post(PRODUCTS, token, product);
            if (answer.statusCode() != CREATED) {
                LOG.warn("No product: {} {}", answer.statusCode(), answer.body());
                return;
            }
        }
    }

    static JsonNode products() {
        try (InputStream stream = Objects.requireNonNull(Seed.class.getResourceAsStream("/seed.json"))) {
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The token; empty where there is none. The credential reaches auth by an event, which takes a moment. */
    private String signIn() throws InterruptedException {
        post("/api/users", "", JSON.valueToTree(Map.of("email", OPERATOR, "name", "Operator", "password", password)));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && !stopped.getAsBoolean()) {
            HttpResponse<String> answer =
                    post("/api/auth/token", "", JSON.valueToTree(Map.of("email", OPERATOR, "password", password)));
            if (answer.statusCode() == OK) {
                return JSON.readTree(answer.body()).path("accessToken").asString();
            }
            Thread.sleep(POLL_MILLIS);
        }
        return "";
    }

    private HttpResponse<String> post(String path, String token, JsonNode body) throws InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER);
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
