package dev.slipway.ordering.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00.123456Z");
    private static final UUID ID = UUID.fromString("018f6b20-0000-7000-8000-000000000008");

    private final EventCodec codec =
            new EventCodec("order", "https://shop.example.com/schemas/", Clock.fixed(NOW, ZoneOffset.UTC));

    record Data(String name, @Nullable String note) {
        Data {
            Objects.requireNonNull(name);
        }
    }

    @Test
    void writesWhatCloudEventsAskFor() {
        assertThat(codec.write(ID, "order.placed", "k", new Data("a", null), null))
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"018f6b20-0000-7000-8000-000000000008\","
                        + "\"source\":\"/order\",\"type\":\"dev.slipway.ordering.order.placed.v1\",\"subject\":\"k\","
                        + "\"time\":\"2026-11-21T12:00:00.123456Z\",\"datacontenttype\":\"application/json\","
                        + "\"dataschema\":\"https://shop.example.com/schemas/order.placed.v1.json\","
                        + "\"data\":{\"name\":\"a\"}}");
    }

    @Test
    void readsWhatItWroteAndSkipsWhatItDoesNotKnow() {
        String text = codec.write(ID, "order.placed", "k", new Data("a", "b"), null)
                .replace("\"name\"", "\"new\":{\"er\":1},\"name\"");

        assertThat(codec.read("order.placed", text, Data.class))
                .isEqualTo(new Event<>(
                        ID.toString(), "/order", "dev.slipway.ordering.order.placed.v1", "k", NOW, new Data("a", "b")));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "no json",
                "{}",
                "{\"type\":\"dev.slipway.ordering.order.placed.v2\",\"id\":\"1\"}",
                "{\"type\":\"dev.slipway.ordering.order.placed.v1\",\"data\":{\"name\":\"secret\"}}",
                "{\"type\":\"dev.slipway.ordering.order.placed.v1\",\"id\":\"1\",\"source\":\"/x\",\"subject\":\"k\","
                        + "\"time\":\"secret\",\"data\":{\"name\":\"secret\"}}",
                "{\"type\":\"dev.slipway.ordering.order.placed.v1\",\"id\":\"1\",\"source\":\"/x\",\"subject\":\"k\","
                        + "\"time\":\"2026-11-21T12:00:00Z\",\"data\":{\"note\":\"secret\"}}"
            })
    void refusesWhatIsNoEventAndQuotesNothingOfIt(@Nullable String text) {
        assertThatThrownBy(() -> codec.read("order.placed", text, Data.class))
                .isInstanceOf(UnreadableEventException.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret");
    }
}
