package dev.slipway.ordering.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.ordering.starter.materialized.Materialized;
import dev.slipway.ordering.starter.outbox.Outbox;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Parts;
import dev.slipway.ordering.testing.ServiceTest;
import dev.slipway.ordering.testing.Tokens;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionOperations;

/** The starter on real parts. */
@ServiceTest
class SampleIT {
    @LocalServerPort
    private int port;

    @Autowired
    private RestTestClient http;

    @Autowired
    private StringRedisTemplate redis;

    @Autowired
    private Outbox outbox;

    @Autowired
    private JdbcClient database;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private Materialized<SampleApplication.Entry> entries;

    @Test
    void cachesUnderThePrefixOfTheService() {
        String first = http.get()
                .uri("/api/reference/a")
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        for (int i = 0; i < 2; i++) {
            http.get()
                    .uri("/api/reference/a")
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .isEqualTo(first);
        }
        assertThat(redis.keys("*")).anySatisfy(key -> assertThat(key).startsWith("common:"));
    }

    @Test
    void refusesToPublishOutsideOfATransaction() {
        assertThatThrownBy(() -> outbox.publish("common.reference", "a", SampleApplication.Entry.of("a", "A")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in the transaction of its change");
    }

    @Test
    void publishesNothingOfATransactionThatIsRolledBack() {
        String gone = "category." + UUID.randomUUID();
        String there = "category." + UUID.randomUUID();
        transactions.executeWithoutResult(status -> {
            publish(gone);
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(status -> publish(there));

        Events.await("common.reference", there);
        assertThat(Events.of("common.reference", gone)).isEmpty();
    }

    @Test
    void materializesWhatIsPublishedAndForgetsWhatIsDeleted() {
        String code = "category." + UUID.randomUUID();
        transactions.executeWithoutResult(status -> publish(code));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> entries.get(code)
                .isPresent());

        transactions.executeWithoutResult(status -> outbox.delete("common.reference", code));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> entries.get(code)
                .isEmpty());
    }

    @Test
    void takesChangesWhileKafkaIsAwayAndPublishesThemInOrderWhenItIsBack() throws Exception {
        String code = "category." + UUID.randomUUID();
        Parts.kafka().stop();
        try {
            for (int i = 0; i < 3; i++) {
                String name = "name " + i;
                transactions.executeWithoutResult(
                        status -> outbox.publish("common.reference", code, SampleApplication.Entry.of(code, name)));
            }
            // long enough for the publisher to try, and to wait in vain
            for (int i = 0; i < 30; i++) {
                assertThat(longTransactions()).isZero();
                Thread.sleep(100);
            }
        } finally {
            Parts.kafka().start();
        }

        assertThat(Events.await("common.reference", code, 3))
                .extracting(event -> event.path("data").path("name").asString())
                .containsExactly("name 0", "name 1", "name 2");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> entries.get(code)
                .isPresent());
    }

    /** By a client that takes no for an answer: that of the other tests waits for Retry-After and asks again. */
    @Test
    void limitsHowOftenOneAddressMayCall() throws Exception {
        for (int i = 0; i < 20; i++) {
            call("6.6.6.6, 7.7.7.7");
        }

        HttpResponse<String> refused = call("8.8.8.8, 7.7.7.7");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(call("7.7.7.7, 8.8.8.8").statusCode()).isEqualTo(200);
    }

    @Test
    void takesABodyInChunksUpToTheLimit() throws Exception {
        assertThat(post(chunks(60_000)).body()).isEqualTo("60000");

        HttpResponse<String> refused = post(chunks(70_000));
        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.body()).contains("urn:slipway:problem:body-too-large");
    }

    @Test
    void refusesABodyThatSaysItIsTooLong() throws Exception {
        HttpResponse<String> refused = post(HttpRequest.BodyPublishers.ofString(entry(70_000)));

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refused.body()).contains("urn:slipway:problem:body-too-large");
    }

    @Test
    void saysWhatItCannotRead() throws Exception {
        HttpResponse<String> refused = post(HttpRequest.BodyPublishers.ofString("{"));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("urn:slipway:problem:unreadable-request");
    }

    /** A body without a length. */
    private static HttpRequest.BodyPublisher chunks(int length) {
        byte[] body = entry(length).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    private static String entry(int length) {
        return "{\"code\":\"a\",\"kind\":\"category\",\"active\":true,\"version\":1,\"name\":\"" + "x".repeat(length)
                + "\"}";
    }

    private HttpResponse<String> post(HttpRequest.BodyPublisher body) throws Exception {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> http.get()
                .uri("/actuator/health/readiness")
                .exchange()
                .returnResult()
                .getStatus()
                .is2xxSuccessful());
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/reference"))
                .header("X-Forwarded-For", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.customer(UUID.randomUUID()))
                .POST(body)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> call(String forwardedFor) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/reference/limited"))
                .header("X-Forwarded-For", forwardedFor)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    private void publish(String code) {
        outbox.publish("common.reference", code, SampleApplication.Entry.of(code, "A"));
    }

    private long longTransactions() {
        return database.sql("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND xact_start < now() - interval '500 milliseconds'")
                .query(Long.class)
                .single();
    }
}
