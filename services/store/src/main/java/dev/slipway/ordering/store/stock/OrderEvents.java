package dev.slipway.ordering.store.stock;

import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What becomes of orders. */
@Configuration(proxyBeanMethods = false)
class OrderEvents {
    record Placed(UUID orderId, List<Line> lines) {
        Placed {
            Objects.requireNonNull(orderId);
            lines = List.copyOf(lines);
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("An order must have lines");
            }
        }
    }

    /** The end of an order needs no more than its id: what it has is in the reservation. */
    record Ended(UUID orderId) {
        Ended {
            Objects.requireNonNull(orderId);
        }
    }

    @Bean
    EventHandler<Placed> orderPlaced(Reserving reserving) {
        return new Handler<>(
                "order.placed", Placed.class, placed -> reserving.placed(placed.orderId(), placed.lines()));
    }

    @Bean
    EventHandler<Ended> orderConfirmed(Reserving reserving) {
        return new Handler<>("order.confirmed", Ended.class, ended -> reserving.confirmed(ended.orderId()));
    }

    @Bean
    EventHandler<Ended> orderCancelled(Reserving reserving) {
        return new Handler<>("order.cancelled", Ended.class, ended -> reserving.cancelled(ended.orderId()));
    }

    private record Handler<T>(String topic, Class<T> data, Consumer<T> step) implements EventHandler<T> {
        @Override
        public void handle(Event<T> event) {
            step.accept(event.data());
        }
    }
}
