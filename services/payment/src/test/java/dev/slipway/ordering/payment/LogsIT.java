package dev.slipway.ordering.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.Logs;
import dev.slipway.ordering.testing.LogsTest;
import dev.slipway.ordering.testing.Trace;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** No line of the log has what somebody pays with, however much of it there is. */
@LogsTest
@ActiveProfiles("laptop")
class LogsIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Trace trace = Trace.begun();

    @Autowired
    private JdbcClient database;

    @Test
    void aPaymentLeavesItsOrderAndItsTraceAlone(CapturedOutput output) {
        Till settled = new Till(database, "pm_card").request(trace).request(trace);
        settled.await("payment.settled");
        Till declined = new Till(database, "pm_declined").request(trace);
        declined.await("payment.failed");
        Till unanswered = new Till(database, "pm_unavailable").request(trace);

        await().atMost(SOON).untilAsserted(() -> assertThat(Logs.of(output).messages(trace))
                .contains("The payment of order " + settled.order() + " is known")
                .anyMatch(line -> line.startsWith("No answer for the payment of order " + unanswered.order())));
        assertThat(output.toString()).doesNotContain(settled.method(), declined.method(), unanswered.method());
    }

    @Test
    void whatIsPutAsideIsNotQuoted(CapturedOutput output) {
        Till till = new Till(database, "pm_card");
        Events.publishInvalid(
                "payment.requested", till.order(), Map.of("orderId", till.order(), "paymentMethod", till.method()));
        Events.await("payment.requested.payment.dlt", till.order(), 1);

        await().atMost(SOON).untilAsserted(() -> assertThat(output.toString()).contains("Dead letter from "));
        assertThat(output.toString()).doesNotContain(till.method());
    }
}
