package dev.slipway.ordering.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Events on their way to an effect: once, again, aside, and back. */
@ServiceTest
class HandlingIT {
    private static final String TOPIC = "payment.requested";
    private static final String LETTERS = TOPIC + ".payment.dlt";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final UUID order = UUID.randomUUID();

    @Autowired
    private RestTestClient http;

    @Autowired
    private Behaviour behaviour;

    @Autowired
    private HandlingApplication.Effects effects;

    @Test
    void triesAgainWithLongerAndLongerPauses() {
        behaviour.fails(order, 3);

        publish(order);

        Events.await("payment.settled", order);
        assertThat(behaviour.tries(order)).isEqualTo(4);
        List<Long> pauses = behaviour.pauses(order);
        assertThat(pauses.get(0)).isGreaterThanOrEqualTo(95);
        assertThat(pauses.get(1)).isGreaterThanOrEqualTo(195);
        assertThat(pauses.get(2)).isGreaterThanOrEqualTo(395);
        assertThat(effects.of(order)).isEqualTo(1);
        assertThat(letters(order)).isEmpty();
    }

    @Test
    void putsAsideWhatFailsFiveTimesAndGoesOnWithTheNext() {
        UUID next = UUID.randomUUID();
        behaviour.fails(order, 1_000);

        UUID event = publish(order);
        publish(next);

        ConsumerRecord<String, String> letter = await().atMost(PATIENCE)
                .until(() -> letters(order), list -> list.size() == 1)
                .get(0);
        assertThat(header(letter, "dlt-cause")).isEqualTo("java.lang.IllegalStateException");
        assertThat(header(letter, "dlt-message")).isEqualTo("Told to fail");
        assertThat(header(letter, "dlt-attempts")).isEqualTo("5");
        assertThat(header(letter, "dlt-origin")).matches("payment\\.requested-\\d+@\\d+");
        assertThat(letter.value()).contains(event.toString());
        // in a batch with others it is tried with them, then by itself
        assertThat(behaviour.tries(order)).isBetween(5, 10);
        assertThat(effects.of(order)).isZero();
        Events.await("payment.settled", next);
        assertThat(effects.of(next)).isEqualTo(1);
    }

    @Test
    void replaysDeadLettersOnceHoweverOftenItIsTold() {
        UUID broken = UUID.randomUUID();
        behaviour.fails(order, 1_000);
        behaviour.fails(broken, 1_000);
        publish(order);
        publish(broken);
        await().atMost(PATIENCE)
                .until(() -> letters(order).size() + letters(broken).size() == 2);

        assertThat(deadLetters().path("java.lang.IllegalStateException").asInt())
                .isGreaterThanOrEqualTo(2);
        behaviour.fails(order, 0);
        JsonNode first = replay();
        assertThat(first.path("replayed").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(first.path("failed").asInt()).isGreaterThanOrEqualTo(1);
        Events.await("payment.settled", order);

        JsonNode second = replay();
        assertThat(second.path("replayed").asInt()).isZero();
        assertThat(second.path("before").asInt()).isGreaterThanOrEqualTo(1);
        assertThat(effects.of(order)).isEqualTo(1);
        assertThat(effects.of(broken)).isZero();
    }

    @Test
    void replaysNothingForWhoIsNotInThePod() {
        for (String path : List.of("/actuator/deadletters/" + TOPIC, "/anything")) {
            http.post()
                    .uri(path)
                    .header("X-Forwarded-For", "127.0.0.1")
                    .exchange()
                    .expectStatus()
                    .isUnauthorized();
        }
    }

    @Test
    void takesAnEventThatComesTwiceOnce() {
        UUID event = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        Events.publish(TOPIC, order, event, data(order));
        Events.publish(TOPIC, order, event, data(order));
        Events.publish(TOPIC, order, data(last));

        await().atMost(PATIENCE).until(() -> effects.of(last) == 1);
        assertThat(effects.of(order)).isEqualTo(1);
        assertThat(Events.await("payment.settled", order, 1)).hasSize(1);
    }

    @Test
    void keepsTheOrderOfAKeyAroundOneThatFails() {
        List<UUID> subjects = Stream.generate(UUID::randomUUID).limit(12).toList();
        behaviour.fails(order, 2);
        // all with the key of the one that fails
        subjects.subList(0, 6).forEach(subject -> Events.publish(TOPIC, order, data(subject)));
        subjects.subList(6, 12).forEach(subject -> Events.publish(TOPIC, order, data(subject)));

        List<String> expected = subjects.stream().map(UUID::toString).toList();
        await().atMost(PATIENCE).until(() -> effects.all().containsAll(expected));
        assertThat(effects.all().stream().filter(expected::contains)).containsExactlyElementsOf(expected);
        assertThat(behaviour.tries(order)).isGreaterThanOrEqualTo(14);
    }

    @Test
    void waitsForTheDatabaseHoweverLongAndPutsNothingAside() throws Exception {
        publishAndAwait(UUID.randomUUID());
        Database.goAway("payment");
        try {
            publish(order);
            // five attempts would be over after two seconds
            Thread.sleep(6_000);
        } finally {
            Database.comeBack("payment");
        }

        Events.await("payment.settled", order);
        assertThat(effects.of(order)).isEqualTo(1);
        assertThat(letters(order)).isEmpty();
    }

    private void publishAndAwait(UUID subject) {
        publish(subject);
        Events.await("payment.settled", subject);
    }

    private static UUID publish(UUID subject) {
        return Events.publish(TOPIC, subject, data(subject));
    }

    private static Map<String, Object> data(UUID orderId) {
        return Map.of("orderId", orderId, "paymentId", orderId, "userId", orderId, "amount", 1490, "currency", "EUR");
    }

    private static List<ConsumerRecord<String, String>> letters(UUID key) {
        return Events.records(LETTERS).stream()
                .filter(letter -> key.toString().equals(letter.key()))
                .toList();
    }

    private static String header(ConsumerRecord<String, String> letter, String name) {
        return new String(letter.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private JsonNode deadLetters() {
        return http.get()
                .uri("/actuator/deadletters/" + TOPIC)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }

    private JsonNode replay() {
        return http.post()
                .uri("/actuator/deadletters/" + TOPIC)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(JsonNode.class)
                .returnResult()
                .getResponseBody();
    }
}
