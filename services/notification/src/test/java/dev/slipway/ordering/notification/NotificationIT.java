package dev.slipway.ordering.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.schemas.EventSchemas;
import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** What customers and teams get, through a real mail server and a real HTTP server. */
@ServiceTest
class NotificationIT implements WithOutside {
    private static final JsonMapper JSON = new JsonMapper();

    private final UUID user = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();
    private final String email = "ada-" + user + "@example.com";

    @Autowired
    private RestTestClient http;

    @Autowired
    private JdbcClient database;

    @Test
    void welcomesWhoIsNewOnceAndKeepsNothingPersonal() throws Exception {
        UUID event = UUID.randomUUID();
        Events.publish("user.registered", user, event, registered(email, 1));
        Events.publish("user.registered", user, event, registered(email, 1));
        Events.publish("user.registered", user, registered(email, 2));
        publish("order.confirmed", Map.of("paymentId", UUID.randomUUID()));

        List<MimeMessage> mails = awaitMails(2);
        assertThat(mails)
                .extracting(NotificationIT::subject)
                .containsExactlyInAnyOrder("Welcome", "Your order " + order + " is confirmed");
        assertThat(mails.get(0).getFrom()[0].toString()).isEqualTo("shop@example.com");
        assertThat(mails.get(0).getMessageID()).endsWith("@example.com>");
        assertThat(database.sql("SELECT string_agg(facts::text, ' ') FROM deliveries WHERE user_id = ?")
                        .param(user)
                        .query(String.class)
                        .single())
                .doesNotContain(email, "Ada");
    }

    @Test
    void tellsCustomerAndTeamThatAnOrderIsConfirmed() throws Exception {
        register();
        publish("order.confirmed", Map.of("paymentId", UUID.randomUUID()));

        MimeMessage mail = awaitMails(2).stream()
                .filter(sent -> subject(sent).contains("confirmed"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.getContent().toString()).contains("Ada Lovelace", "2 x Cups: 29.80 EUR", "Total: 29.80 EUR");
        awaitSaid("/slack");
        assertThat(Outside.said("/slack", order).get(0)).doesNotContain("Ada", email, user.toString());
        assertThat(Outside.said("/teams", order)).isEmpty();
    }

    @Test
    void keepsAnOrderForAMemberWhoIsNotKnownYet() {
        publish("order.confirmed", Map.of("paymentId", UUID.randomUUID()));
        awaitSaid("/slack");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> "the member is not known yet"
                .equals(lastError()));
        assertThat(Outside.mails(email)).isEmpty();

        register();
        assertThat(awaitMails(2)).hasSize(2);
    }

    @Test
    void tellsOfAFailedPaymentOnce() {
        register();
        publish("payment.failed", Map.of("paymentId", UUID.randomUUID(), "amount", 2980, "reason", "declined"));
        publish("order.cancelled", Map.of("reason", "payment-failed"));
        awaitSaid("/teams");
        assertThat(awaitMails(2))
                .extracting(NotificationIT::subject)
                .containsExactlyInAnyOrder("Welcome", "Your order " + order + " could not be paid");

        UUID other = UUID.randomUUID();
        publish("order.cancelled", other, Map.of("reason", "customer"));
        publish(
                "payment.failed",
                other,
                Map.of("paymentId", UUID.randomUUID(), "amount", 2980, "reason", "order-cancelled"));
        assertThat(awaitMails(3)).extracting(NotificationIT::subject).contains("Your order " + other + " is cancelled");
        Awaitility.await()
                .during(Duration.ofSeconds(1))
                .atMost(Duration.ofSeconds(5))
                .until(() -> Outside.mails(email).size() == 3);
    }

    @Test
    void writesToTheNewestAddressHoweverLateAnOlderOneComes() {
        String newer = "new-" + email;
        Events.publish("user.registered", user, registered(newer, 3));
        Events.publish("user.registered", user, registered(email, 2));
        publish("order.cancelled", Map.of("reason", "timed-out"));

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Outside.mails(newer)
                .isEmpty());
        assertThat(Outside.mails(email)).isEmpty();
    }

    @Test
    void putsAsideWhatIsNoEventAndTriesItAgainWhenAskedFromWithin() {
        Events.publishInvalid("order.cancelled", order, Map.of("orderId", order));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Events.of(
                        "order.cancelled.notification.dlt", order)
                .isEmpty());

        http.post()
                .uri("/actuator/deadletters/order.cancelled")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.failed")
                .value(Integer.class, failed -> assertThat(failed).isPositive());
        http.get()
                .uri("/actuator/deadletters/order.cancelled")
                .header("X-Forwarded-For", "1.2.3.4")
                .exchange()
                .expectStatus()
                .is4xxClientError();
        http.get().uri("/api/notifications").exchange().expectStatus().is4xxClientError();
    }

    private void register() {
        Events.publish("user.registered", user, registered(email, 1));
    }

    private Map<String, Object> registered(String address, long version) {
        return Map.of("userId", user, "email", address, "name", "Ada Lovelace", "version", version);
    }

    private void publish(String topic, Map<String, Object> more) {
        publish(topic, order, more);
    }

    private void publish(String topic, UUID id, Map<String, Object> more) {
        Map<String, Object> data = new HashMap<>(Map.of("orderId", id, "userId", user, "currency", "EUR"));
        if (topic.startsWith("order.")) {
            data.put("total", 2980);
            data.put(
                    "lines",
                    List.of(Map.of("productId", UUID.randomUUID(), "name", "Cups", "quantity", 2, "unitPrice", 1490)));
        }
        data.putAll(more);
        assertThat(EventSchemas.dataProblems(topic, JSON.writeValueAsString(data)))
                .isEmpty();
        Events.publish(topic, id, data);
    }

    private List<MimeMessage> awaitMails(int count) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Outside.mails(email), mails -> mails.size() >= count);
    }

    private void awaitSaid(String chat) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Outside.said(chat, order)
                .isEmpty());
    }

    private String lastError() {
        return database.sql(
                        "SELECT coalesce(max(last_error), '') FROM deliveries WHERE user_id = ? AND channel = 'EMAIL'")
                .param(user)
                .query(String.class)
                .single();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
