package dev.slipway.ordering.notification.delivery;

import dev.slipway.ordering.notification.channel.Channel;
import dev.slipway.ordering.notification.message.Templates;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Something that is to be told to somebody. Name and address are put in when it is sent: they may change until then. */
record Delivery(
        UUID id,
        String topic,
        Channel channel,
        UUID userId,
        Templates.Facts facts,
        int attempts,
        Instant createdAt,
        Optional<String> traceparent) {}
