package dev.slipway.ordering.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Logs;
import dev.slipway.ordering.testing.LogsTest;
import dev.slipway.ordering.testing.Trace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.system.CapturedOutput;

/** No line of the log has an address, a name, a text or where a chat is, however much of it there is. */
@LogsTest
class LogsIT implements WithOutside {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String NAME = "Augusta Ada King";

    private final Trace trace = Trace.begun();
    private final UUID user = UUID.randomUUID();
    private final UUID order = UUID.randomUUID();

    @Test
    void whatIsMailedLeavesItsIdAlone(CapturedOutput output) {
        String email = "ada-" + user + "@example.com";
        confirm();
        await().atMost(SOON).untilAsserted(() -> assertThat(ours(output))
                .anyMatch(line -> line.endsWith(" by email is tried again: the member is not known yet")));
        Events.publish("user.registered", user, member(email));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Outside.mails(email)).hasSize(2));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(Outside.said("/slack", order)).isNotEmpty());
        assertThat(lines(output)).noneMatch(line -> holdsAny(line, email, NAME, "Cups", "/slack", Outside.PASSWORD));
    }

    @Test
    void anAddressThatCannotBeMailedIsNotQuoted(CapturedOutput output) {
        String noAddress = "ada lovelace " + user;
        Events.publishInvalid("user.registered", user, member(noAddress));
        confirm();

        await().atMost(SOON).untilAsserted(() -> assertThat(ours(output))
                .anyMatch(line -> line.endsWith(" by email is given up: AddressException")));
        assertThat(lines(output)).noneMatch(line -> holdsAny(line, noAddress, NAME, "Cups"));
    }

    private List<String> ours(CapturedOutput output) {
        return Logs.of(output).messages(trace);
    }

    /** What the service logs, and not the mail server of this test. */
    private static List<String> lines(CapturedOutput output) {
        return output.toString()
                .lines()
                .filter(line -> !line.contains("icegreen"))
                .toList();
    }

    private static boolean holdsAny(String line, String... texts) {
        return List.of(texts).stream().anyMatch(line::contains);
    }

    private Map<String, Object> member(String email) {
        return Map.of("userId", user, "email", email, "name", NAME, "version", 1);
    }

    private void confirm() {
        Map<String, Object> line =
                Map.of("productId", UUID.randomUUID(), "name", "Cups", "quantity", 2, "unitPrice", 1490);
        Map<String, Object> data = Map.of(
                "orderId",
                order,
                "userId",
                user,
                "paymentId",
                UUID.randomUUID(),
                "currency",
                "EUR",
                "total",
                2980,
                "lines",
                List.of(line));
        Events.publishTraced("order.confirmed", order, data, trace.parent());
    }
}
