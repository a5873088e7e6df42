package dev.slipway.ordering.notification.events;

import dev.slipway.ordering.notification.delivery.Deliveries;
import dev.slipway.ordering.notification.message.Templates;
import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of orders. One thing is told once: an order that is cancelled for its payment was told by the payment. */
@Configuration(proxyBeanMethods = false)
class OrderEvents {
    /** What a message needs of these events. */
    record Outcome(
            UUID orderId,
            UUID userId,
            @Nullable String reason,
            @Nullable List<Templates.Facts.Line> lines,
            String currency,
            @Nullable Long total,
            @Nullable Long amount) {
        Outcome {
            Objects.requireNonNull(orderId);
            Objects.requireNonNull(userId);
            Objects.requireNonNull(currency);
            if (total == null && amount == null) {
                throw new NullPointerException("total");
            }
        }

        String why() {
            return Optional.ofNullable(reason).orElse("");
        }

        Templates.Facts facts() {
            return new Templates.Facts(
                    orderId.toString(),
                    why(),
                    Optional.ofNullable(lines).orElse(List.of()),
                    currency,
                    Optional.ofNullable(total)
                            .or(() -> Optional.ofNullable(amount))
                            .orElseThrow());
        }
    }

    @Bean
    EventHandler<Outcome> orderConfirmed(Deliveries deliveries) {
        return new Told("order.confirmed", "", deliveries);
    }

    @Bean
    EventHandler<Outcome> orderCancelled(Deliveries deliveries) {
        return new Told("order.cancelled", "payment-failed", deliveries);
    }

    @Bean
    EventHandler<Outcome> paymentFailed(Deliveries deliveries) {
        return new Told("payment.failed", "order-cancelled", deliveries);
    }

    /** @param told the reason that another event tells of */
    private record Told(String topic, String told, Deliveries deliveries) implements EventHandler<Outcome> {
        @Override
        public Class<Outcome> data() {
            return Outcome.class;
        }

        @Override
        public void handle(Event<Outcome> event) {
            Outcome outcome = event.data();
            if (told.isEmpty() || !outcome.why().equals(told)) {
                deliveries.note(topic, event.source() + " " + event.id(), outcome.userId(), outcome.facts());
            }
        }
    }
}
