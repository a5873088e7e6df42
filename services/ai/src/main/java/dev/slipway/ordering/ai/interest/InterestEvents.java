package dev.slipway.ordering.ai.interest;

import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What users buy and look at. */
@Configuration(proxyBeanMethods = false)
class InterestEvents {
    record Line(UUID productId) {
        Line {
            Objects.requireNonNull(productId);
        }
    }

    record Confirmed(UUID userId, List<Line> lines) {
        Confirmed {
            Objects.requireNonNull(userId);
            lines = List.copyOf(lines);
        }
    }

    record Viewed(UUID userId, UUID productId) {
        Viewed {
            Objects.requireNonNull(userId);
            Objects.requireNonNull(productId);
        }
    }

    @Bean
    EventHandler<Confirmed> orderConfirmed(Counts counts) {
        return new Handler<>(
                "order.confirmed",
                Confirmed.class,
                event -> counts.bought(
                        event.data().userId(),
                        new Basket(event.data().lines().stream()
                                .map(Line::productId)
                                .toList()),
                        event.time()));
    }

    @Bean
    EventHandler<Viewed> productViewed(Counts counts) {
        return new Handler<>(
                "store.product.viewed",
                Viewed.class,
                event -> counts.viewed(event.data().userId(), event.data().productId(), event.time()));
    }

    private record Handler<T>(String topic, Class<T> data, Consumer<Event<T>> step) implements EventHandler<T> {
        @Override
        public void handle(Event<T> event) {
            step.accept(event);
        }
    }
}
