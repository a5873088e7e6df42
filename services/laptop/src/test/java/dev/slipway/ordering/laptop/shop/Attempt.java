package dev.slipway.ordering.laptop.shop;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Requests that ought to be refused. */
public final class Attempt {
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Pattern TELLING =
            Pattern.compile("Exception|SQL|syntax error|\\bat (dev|org|java)\\.|relation \"");
    private static final int TOO_MANY = 429;
    private static final int FAILED = 500;
    private static final int LONGEST_WAIT_SECONDS = 30;

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    public Attempt(String url) {
        this.url = url;
    }

    /** What came of it. */
    public record Answer(int status, String body) {
        /** Whether it failed inside, or speaks of what is inside. */
        public boolean isTelling() {
            return status >= FAILED || TELLING.matcher(body).find();
        }
    }

    /** At something that is not there. */
    public Answer at(Operation operation, String token, String body) {
        return at(operation.method(), operation.ofNobody(), token, body);
    }

    public Answer at(String method, String path, String token, String body) {
        return send(method, path, token, HttpRequest.BodyPublishers.ofString(body));
    }

    /** Does not say beforehand how long the body is. */
    public Answer inPieces(Operation operation, String token, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return send(
                operation.method(),
                operation.ofNobody(),
                token,
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)));
    }

    private Answer send(String method, String path, String token, HttpRequest.BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(method, body);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            long wait = response.headers().firstValueAsLong("Retry-After").orElse(0);
            if (response.statusCode() == TOO_MANY && wait <= LONGEST_WAIT_SECONDS) {
                TimeUnit.SECONDS.sleep(wait);
                return send(method, path, token, body);
            }
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
