package dev.slipway.ordering.notification.delivery;

import dev.slipway.ordering.notification.channel.Channel;
import dev.slipway.ordering.notification.channel.Messenger;
import dev.slipway.ordering.notification.channel.UndeliveredException;
import dev.slipway.ordering.notification.message.Message;
import dev.slipway.ordering.notification.message.Templates;
import dev.slipway.ordering.notification.recipient.Recipient;
import dev.slipway.ordering.notification.recipient.Recipients;
import dev.slipway.ordering.starter.observability.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Sends what is due, in every instance at once. No transaction is open meanwhile: a delivery is taken for a time, sent,
 * and marked. Who crashes in between has it sent once more, so it is at least once, and once as a rule.
 */
@Component
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
    private static final int AT_A_TIME = 1;

    /** Longer than a try that runs into its time limits; what was taken by one that was killed waits as long. */
    private static final int TAKEN_SECONDS = 60;

    private final Deliveries deliveries;
    private final Recipients recipients;
    private final Templates templates;
    private final DeliverySettings settings;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Traces traces;
    private final Map<Channel, Messenger> messengers = new EnumMap<>(Channel.class);
    private final AtomicLong waiting = new AtomicLong();

    Courier(
            Deliveries deliveries,
            Recipients recipients,
            Templates templates,
            DeliverySettings settings,
            List<Messenger> messengers,
            MeterRegistry meters,
            Clock clock,
            Traces traces) {
        this.deliveries = deliveries;
        this.recipients = recipients;
        this.templates = templates;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
        this.traces = traces;
        messengers.forEach(messenger -> this.messengers.put(messenger.channel(), messenger));
        meters.gauge("notifications.waiting", waiting);
    }

    @Scheduled(fixedDelay = 200, timeUnit = TimeUnit.MILLISECONDS)
    void deliver() {
        List<Delivery> taken = deliveries.take(AT_A_TIME, TAKEN_SECONDS);
        while (!taken.isEmpty()) {
            taken.forEach(delivery -> traces.resume("deliver", delivery.traceparent(), () -> attempt(delivery)));
            taken = deliveries.take(AT_A_TIME, TAKEN_SECONDS);
        }
    }

    @Scheduled(fixedDelay = 10, timeUnit = TimeUnit.SECONDS)
    void count() {
        waiting.set(deliveries.waiting());
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        deliveries.forget();
    }

    private void attempt(Delivery delivery) {
        try {
            send(delivery);
            deliveries.sent(delivery.id());
            meters.counter("notifications.sent", "channel", name(delivery.channel()))
                    .increment();
        } catch (UndeliveredException e) {
            failed(delivery, e);
        } catch (RuntimeException e) {
            // one that cannot be told holds up no other; the text may be personal
            failed(delivery, new UndeliveredException(e.getClass().getSimpleName(), true));
        }
    }

    private void send(Delivery delivery) throws UndeliveredException {
        Optional<Recipient> recipient = Optional.empty();
        if (delivery.channel() == Channel.EMAIL) {
            recipient = recipients.find(delivery.userId());
            if (recipient.isEmpty()) {
                throw new UndeliveredException("the member is not known yet", true);
            }
        }
        String template = delivery.topic() + (delivery.channel() == Channel.EMAIL ? ".email" : ".chat");
        Message message = templates.message(template, delivery.facts(), recipient.map(Recipient::name));
        Optional.ofNullable(messengers.get(delivery.channel()))
                .orElseThrow()
                .send(delivery.id(), recipient.map(Recipient::email), message);
    }

    private void failed(Delivery delivery, UndeliveredException failure) {
        Instant again = clock.instant().plus(settings.pauseAfter(delivery.attempts()));
        boolean isTooLate = again.isAfter(delivery.createdAt().plus(settings.giveUpAfter()));
        String why = String.valueOf(failure.getMessage());
        meters.counter("notifications.failed", "channel", name(delivery.channel()))
                .increment();
        if (isTooLate || !failure.isWorthAnotherTry()) {
            deliveries.givenUp(delivery.id(), why);
            meters.counter("notifications.givenup", "channel", name(delivery.channel()))
                    .increment();
            LOG.error("Delivery {} by {} is given up: {}", delivery.id(), name(delivery.channel()), why);
            return;
        }
        deliveries.later(delivery.id(), again, why);
        LOG.info("Delivery {} by {} is tried again: {}", delivery.id(), name(delivery.channel()), why);
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}
