package dev.slipway.ordering.payment.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.ordering.payment.provider.Answer;
import dev.slipway.ordering.payment.provider.Answer.Reason;
import dev.slipway.ordering.payment.provider.PaymentProvider;
import dev.slipway.ordering.payment.provider.ProviderUnavailableException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The adapter against a server that answers what the test says, one answer for each request. */
class HttpProviderTest {
    private static final String KEY = "key-of-the-provider";
    private static final UUID PAYMENT = UUID.randomUUID();

    private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private HttpServer server;
    private CircuitBreaker circuit;
    private PaymentProvider provider;

    private record Reply(int status, String body, long afterMillis) {}

    private record Asked(String path, String key, String authorization, String body) {}

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        connect(Duration.ofSeconds(10));
    }

    private void connect(Duration readTimeout) {
        ProviderProperties properties =
                properties("http://localhost:" + server.getAddress().getPort(), readTimeout);
        circuit = ProviderConfiguration.circuit(properties);
        provider = ProviderConfiguration.provider(properties, ObservationRegistry.NOOP, circuit);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void authorisesWithThePaymentAsTheKey() {
        reply(201, "{\"id\": \"p_1\", \"status\": \"authorised\", \"more\": {}}");

        authorise();

        assertThat(answers).containsExactly(new Answer.Authorised("p_1"));
        assertThat(asked)
                .containsExactly(new Asked(
                        "/v1/payments",
                        PAYMENT.toString(),
                        "Bearer " + KEY,
                        "{\"amount\":2980,\"currency\":\"EUR\",\"paymentMethod\":\"pm_card\"}"));
    }

    @ParameterizedTest
    @CsvSource({
        "402, insufficient-funds, INSUFFICIENT_FUNDS",
        "402, expired-method, EXPIRED_METHOD",
        "402, do-not-honour, DECLINED",
        "422, no-such-method, DECLINED"
    })
    void declinesForTheReasonOfTheProvider(int status, String said, Reason reason) {
        reply(status, "{\"status\": \"declined\", \"reason\": \"%s\"}".formatted(said));

        authorise();

        assertThat(answers).containsExactly(new Answer.Declined(reason));
        assertThat(asked).hasSize(1);
    }

    @Test
    void capturesReleasesAndRefundsEachWithAKeyOfItsOwn() {
        UUID refund = UUID.randomUUID();
        reply(200, "{\"status\": \"captured\"}");
        reply(200, "{\"status\": \"voided\"}");
        reply(200, "{\"status\": \"refunded\"}");

        provider.capture(PAYMENT, "p_1", answers::add);
        provider.release(PAYMENT, "p_1", answers::add);
        provider.refund(refund, "p_1", answers::add);

        assertThat(answers).containsExactly(new Answer.Captured("p_1"), new Answer.Voided(), new Answer.Refunded());
        assertThat(asked)
                .extracting(Asked::path)
                .containsExactly("/v1/payments/p_1/capture", "/v1/payments/p_1/void", "/v1/payments/p_1/refunds");
        assertThat(asked)
                .extracting(Asked::key)
                .containsExactly(PAYMENT + "-capture", PAYMENT + "-void", refund.toString());
    }

    @Test
    void learnsThatItCameTooLate() {
        reply(409, "{\"status\": \"captured\"}");
        reply(409, "{\"status\": \"voided\"}");

        provider.release(PAYMENT, "p_1", answers::add);
        provider.capture(PAYMENT, "p_1", answers::add);

        assertThat(answers).containsExactly(new Answer.Captured("p_1"), new Answer.Declined(Reason.DECLINED));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429, 401})
    void asksAgainWithTheSameKeyWhereThereWasNoAnswer(int status) {
        reply(status, "");
        reply(201, "{\"id\": \"p_1\", \"status\": \"authorised\"}");

        authorise();

        assertThat(answers).containsExactly(new Answer.Authorised("p_1"));
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(asked.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "", "{}", "{\"id\": \"../../refunds\", \"status\": \"authorised\"}"})
    void takesNothingForAnAnswerThatIsNone(String body) {
        for (int i = 0; i < 3; i++) {
            reply(201, body);
        }

        assertThatThrownBy(this::authorise)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageNotContaining(KEY);
        assertThat(answers).isEmpty();
    }

    @Test
    void waitsForWhoeverIsAtTheSamePayment() {
        reply(409, "{\"status\": \"in-progress\"}");
        reply(201, "{\"id\": \"p_1\", \"status\": \"authorised\"}");

        authorise();

        assertThat(answers).containsExactly(new Answer.Authorised("p_1"));
    }

    @Test
    void waitsNoLongerThanItIsTold() {
        for (int i = 0; i < 3; i++) {
            replies.add(new Reply(201, "{\"id\": \"p_1\", \"status\": \"authorised\"}", 5_000));
        }
        connect(Duration.ofMillis(300));
        long start = System.nanoTime();

        assertThatThrownBy(this::authorise).isInstanceOf(ProviderUnavailableException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(asked).hasSize(3);
    }

    @Test
    void leavesAProviderAloneThatFailsEverybody() {
        for (int i = 0; i < 6; i++) {
            reply(500, "");
        }
        assertThatThrownBy(this::authorise).isInstanceOf(ProviderUnavailableException.class);
        assertThatThrownBy(this::authorise).isInstanceOf(ProviderUnavailableException.class);
        int calls = asked.size();

        assertThat(circuit.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThatThrownBy(this::authorise)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessage("The circuit is open");
        assertThat(asked).hasSize(calls);

        circuit.transitionToHalfOpenState();
        reply(201, "{\"id\": \"p_1\", \"status\": \"authorised\"}");
        authorise();
        assertThat(answers).containsExactly(new Answer.Authorised("p_1"));
    }

    @Test
    void reachesNobodyWhereThereIsNobody() {
        server.stop(0);

        assertThatThrownBy(this::authorise)
                .isInstanceOf(ProviderUnavailableException.class)
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void saysNothingOfItsKey() {
        assertThat(properties("https://api.payments.example.com", Duration.ZERO).toString())
                .doesNotContain(KEY);
        assertThatThrownBy(() -> new ProviderProperties(
                        "https://api.payments.example.com",
                        " ",
                        Duration.ZERO,
                        Duration.ZERO,
                        1,
                        Duration.ZERO,
                        new ProviderProperties.Circuit(1, Duration.ZERO)))
                .hasMessage("PAYMENT_PROVIDER_API_KEY must have a value");
    }

    private static ProviderProperties properties(String url, Duration readTimeout) {
        return new ProviderProperties(
                url,
                KEY,
                Duration.ofSeconds(5),
                readTimeout,
                3,
                Duration.ofMillis(10),
                new ProviderProperties.Circuit(4, Duration.ofMinutes(1)));
    }

    private void authorise() {
        provider.authorise(new PaymentProvider.Charge(PAYMENT, 2980, "EUR", Optional.of("pm_card")), answers::add);
    }

    private void reply(int status, String body) {
        replies.add(new Reply(status, body, 0));
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(new Asked(
                exchange.getRequestURI().getPath(),
                exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        Reply reply = Optional.ofNullable(replies.poll()).orElse(new Reply(500, "", 0));
        try {
            Thread.sleep(reply.afterMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
