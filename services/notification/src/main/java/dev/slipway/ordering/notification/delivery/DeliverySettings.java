package dev.slipway.ordering.notification.delivery;

import dev.slipway.ordering.notification.channel.Channel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Who is told of what, and how long it is tried.
 *
 * @param channels by topic, as {@code order-confirmed}
 * @param firstPause before the second try; doubles with each
 * @param longestPause what it doubles up to
 * @param giveUpAfter how long after the event nothing more is tried
 */
@ConfigurationProperties("notification.delivery")
public record DeliverySettings(
        Map<String, List<Channel>> channels, Duration firstPause, Duration longestPause, Duration giveUpAfter) {
    List<Channel> of(String topic) {
        return channels.getOrDefault(topic.replace('.', '-'), List.of());
    }

    Duration pauseAfter(int attempts) {
        long factor = 1L << Math.min(Math.max(0, attempts - 1), Integer.SIZE - 2);
        Duration pause = firstPause.multipliedBy(factor);
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
