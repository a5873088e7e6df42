package dev.slipway.ordering.notification.events;

import dev.slipway.ordering.notification.delivery.Deliveries;
import dev.slipway.ordering.notification.message.Templates;
import dev.slipway.ordering.notification.recipient.Recipient;
import dev.slipway.ordering.notification.recipient.Recipients;
import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps names and addresses, and welcomes who is new. */
@Component
final class MemberEvents implements EventHandler<MemberEvents.Registered> {
    private final Recipients recipients;
    private final Deliveries deliveries;

    MemberEvents(Recipients recipients, Deliveries deliveries) {
        this.recipients = recipients;
        this.deliveries = deliveries;
    }

    record Registered(UUID userId, String email, String name, long version) {
        Registered {
            Objects.requireNonNull(userId);
            Objects.requireNonNull(email);
            Objects.requireNonNull(name);
        }

        @Override
        public String toString() {
            return "registered " + userId;
        }
    }

    @Override
    public String topic() {
        return "user.registered";
    }

    @Override
    public Class<Registered> data() {
        return Registered.class;
    }

    @Override
    public void handle(Event<Registered> event) {
        Registered member = event.data();
        if (recipients.put(new Recipient(member.userId(), member.email(), member.name()), member.version())) {
            deliveries.hurry(member.userId());
        }
        if (member.version() == 1) {
            deliveries.note(topic(), event.source() + " " + event.id(), member.userId(), Templates.Facts.NONE);
        }
    }
}
