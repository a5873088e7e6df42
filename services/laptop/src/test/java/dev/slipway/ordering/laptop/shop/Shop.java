package dev.slipway.ordering.laptop.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The shop as its users see it: the API behind the front door. */
public final class Shop {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PASSWORD = "correct horse battery staple";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final long LONGEST_WAIT_SECONDS = 30;
    private static final int TOO_MANY = 429;

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();

    public Shop(String url) {
        this.url = url;
    }

    /** A user with a token. */
    public record User(String email, String token) {}

    /** What the shop answered. */
    public record Answer(int status, JsonNode body) {}

    /** A new user, signed in. */
    public User newUser() {
        return newUsers(1).get(0);
    }

    /** New users, signed in. */
    public List<User> newUsers(int number) {
        List<String> emails = Stream.generate(() -> "user-" + UUID.randomUUID() + "@example.com")
                .limit(number)
                .toList();
        for (String email : emails) {
            Answer answer =
                    post("/api/users", "", Map.of("email", email, "name", "Ada", "password", PASSWORD), Map.of());
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(ACCEPTED);
        }
        return emails.stream().map(email -> new User(email, signIn(email))).toList();
    }

    /** The credential reaches auth by an event: a moment later. Too many refusals would lock the account. */
    public String signIn(String email) {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(2))
                .until(
                        () -> post("/api/auth/token", "", Map.of("email", email, "password", PASSWORD), Map.of()),
                        answer -> answer.status() == OK)
                .body()
                .path("accessToken")
                .asString();
    }

    /** The product of this name. */
    public JsonNode product(String name) {
        return get("/api/products", "")
                .body()
                .valueStream()
                .filter(product -> product.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No product " + name));
    }

    /** Orders some of a product. */
    public Answer order(User user, String key, JsonNode product, int quantity, String paymentMethod) {
        return post(
                "/api/orders",
                user.token(),
                Map.of(
                        "lines",
                        List.of(Map.of("productId", product.path("id").asString(), "quantity", quantity)),
                        "paymentMethod",
                        paymentMethod),
                Map.of("Idempotency-Key", key));
    }

    /** Orders one, which is accepted: the id of the order. */
    public String ordered(User user, JsonNode product, String paymentMethod) {
        Answer answer = order(user, UUID.randomUUID().toString(), product, 1, paymentMethod);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(CREATED);
        return answer.body().path("id").asString();
    }

    /** The order when it is decided. */
    public JsonNode decided(User user, String order) {
        return await().atMost(PATIENCE).until(() -> read(user, order), found -> List.of("confirmed", "cancelled")
                .contains(found.path("status").asString()));
    }

    /** The order as it is. */
    public JsonNode read(User user, String order) {
        return get("/api/orders/" + order, user.token()).body();
    }

    /** All orders of the user, the newest first. */
    public List<JsonNode> orders(User user) {
        return get("/api/orders?limit=100", user.token()).body().valueStream().toList();
    }

    /** The mails to a user that say something. */
    public List<JsonNode> mails(User user, String said) {
        return get("/laptop/mail", "")
                .body()
                .valueStream()
                .filter(mail -> mail.path("to").asString().contains(user.email()))
                .filter(mail -> mail.toString().contains(said))
                .toList();
    }

    public Answer get(String path, String token) {
        return send(request(path, token).GET().build());
    }

    public Answer post(String path, String token, Map<String, ?> body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        return send(request.build());
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(ANSWER);
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() == TOO_MANY) {
                long wait = response.headers().firstValueAsLong("Retry-After").orElse(1);
                assertThat(wait).as("seconds to wait").isLessThanOrEqualTo(LONGEST_WAIT_SECONDS);
                TimeUnit.SECONDS.sleep(wait);
                return send(request);
            }
            return new Answer(
                    response.statusCode(), JSON.readTree(response.body().isEmpty() ? "null" : response.body()));
        } catch (IOException e) {
            return new Answer(0, JSON.readTree("null"));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
