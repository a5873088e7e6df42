package dev.slipway.ordering.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.ordering.notification.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeliverySettingsTest {
    private final DeliverySettings settings = new DeliverySettings(
            Map.of("order-confirmed", List.of(Channel.EMAIL)),
            Duration.ofSeconds(5),
            Duration.ofMinutes(10),
            Duration.ofDays(3));

    @Test
    void waitsTwiceAsLongEachTimeUpToTheLongest() {
        assertThat(settings.pauseAfter(1)).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.pauseAfter(2)).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.pauseAfter(7)).isEqualTo(Duration.ofSeconds(320));
        assertThat(settings.pauseAfter(8)).isEqualTo(Duration.ofMinutes(10));
        assertThat(settings.pauseAfter(10_000)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void tellsNobodyOfATopicThatIsNotSet() {
        assertThat(settings.of("order.confirmed")).containsExactly(Channel.EMAIL);
        assertThat(settings.of("order.placed")).isEmpty();
    }
}
