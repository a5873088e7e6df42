package dev.slipway.ordering.notification.channel;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Posts JSON to an address that nobody gets to read in a log. */
final class Webhook {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int SUCCESS = 2;
    private static final int CLIENT_ERROR = 4;
    private static final int CENTURY = 100;

    /** Request time-out and too many requests. */
    private static final Set<Integer> FOR_NOW = Set.of(408, 429);

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json = new JsonMapper();
    private final URI address;

    Webhook(URI address) {
        this.address = address;
    }

    void post(Object body) throws UndeliveredException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / CENTURY != SUCCESS) {
                boolean isForGood = status / CENTURY == CLIENT_ERROR && !FOR_NOW.contains(status);
                throw new UndeliveredException("status " + status, !isForGood);
            }
        } catch (IOException e) {
            throw new UndeliveredException(e.getClass().getSimpleName(), true);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UndeliveredException("interrupted", true);
        }
    }
}
