package dev.slipway.ordering.order.events;

import dev.slipway.ordering.order.lifecycle.Saga;
import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes what stock and payment answer to the saga, which needs to know no more of it than the order. */
@Configuration(proxyBeanMethods = false)
class SagaEvents {
    /** What all of these events have. */
    record Answer(UUID orderId) {
        Answer {
            Objects.requireNonNull(orderId);
        }
    }

    @Bean
    EventHandler<Answer> stockReserved(Saga saga) {
        return new Step("stock.reserved", saga::stockReserved);
    }

    @Bean
    EventHandler<Answer> stockRejected(Saga saga) {
        return new Step("stock.rejected", saga::stockRejected);
    }

    @Bean
    EventHandler<Answer> paymentSettled(Saga saga) {
        return new Step("payment.settled", saga::paymentSettled);
    }

    @Bean
    EventHandler<Answer> paymentFailed(Saga saga) {
        return new Step("payment.failed", saga::paymentFailed);
    }

    @Bean
    EventHandler<Answer> paymentRefunded(Saga saga) {
        return new Step("payment.refunded", saga::paymentRefunded);
    }

    private record Step(String topic, Consumer<UUID> step) implements EventHandler<Answer> {
        @Override
        public Class<Answer> data() {
            return Answer.class;
        }

        @Override
        public void handle(Event<Answer> event) {
            step.accept(event.data().orderId());
        }
    }
}
