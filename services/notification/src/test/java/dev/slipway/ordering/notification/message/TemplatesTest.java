package dev.slipway.ordering.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {
    private final Templates templates = new Templates();

    @Test
    void confirmsAnOrderLineByLine() {
        Message message = templates.message("order.confirmed.email", facts(""), Optional.of("Ada & Eve"));

        assertThat(message.subject()).isEqualTo("Your order 4711 is confirmed");
        assertThat(message.text()).isEqualTo("""
                Hello Ada & Eve,

                thank you for your order. It is paid, and will be on its way soon.

                2 x Cups <blue>: 29.80 EUR
                Total: 29.80 EUR

                Order: 4711
                """);
    }

    @ParameterizedTest
    @CsvSource({
        "order.cancelled.email, customer, as you asked",
        "order.cancelled.email, stock-rejected, sold out",
        "order.cancelled.email, timed-out, in time",
        "payment.failed.email, declined, by your bank",
        "payment.failed.email, insufficient-funds, enough",
        "payment.failed.email, expired-method, has expired",
        "order.cancelled.chat, timed-out, timed-out",
        "payment.failed.chat, declined, declined"
    })
    void saysWhy(String template, String reason, String said) {
        assertThat(templates
                        .message(template, facts(reason), Optional.of("Ada"))
                        .text())
                .contains(said)
                .contains("4711");
    }

    @Test
    void leavesAReasonOutThatItDoesNotKnow() {
        assertThat(templates
                        .message("order.cancelled.email", facts("meteor"), Optional.of("Ada"))
                        .text())
                .doesNotContain("asked", "sold out", "in time", "meteor")
                .contains("comes back to you");
    }

    @Test
    void failsWhereSomethingIsMissing() {
        assertThatThrownBy(() -> templates.message("order.confirmed.email", facts(""), Optional.empty()))
                .hasMessageContaining("name");
        assertThatThrownBy(() -> templates.message("order.lost.email", facts(""), Optional.of("Ada")))
                .hasMessageContaining("no template");
    }

    @ParameterizedTest
    @CsvSource({
        "2980, EUR, 29.80 EUR",
        "5, EUR, 0.05 EUR",
        "2980, JPY, 2980 JPY",
        "2980, KWD, 2.980 KWD",
        "1, QQQ, 0.01 QQQ"
    })
    void writesMoneyByItsCurrency(long amount, String currency, String text) {
        assertThat(Money.text(amount, currency)).isEqualTo(text);
    }

    private static Templates.Facts facts(String reason) {
        return new Templates.Facts(
                "4711", reason, List.of(new Templates.Facts.Line("Cups <blue>", 2, 1490)), "EUR", 2980);
    }
}
