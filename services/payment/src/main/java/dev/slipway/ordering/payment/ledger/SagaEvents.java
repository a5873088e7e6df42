package dev.slipway.ordering.payment.ledger;

import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What order asks for and takes back. */
@Configuration(proxyBeanMethods = false)
class SagaEvents {
    @Bean
    EventHandler<PaymentEvents.Requested> paymentRequested(Ledger ledger) {
        return new Handler<>("payment.requested", PaymentEvents.Requested.class, ledger::requested);
    }

    @Bean
    EventHandler<PaymentEvents.Cancelled> orderCancelled(Ledger ledger) {
        return new Handler<>(
                "order.cancelled", PaymentEvents.Cancelled.class, cancelled -> ledger.cancelled(cancelled.orderId()));
    }

    private record Handler<T>(String topic, Class<T> data, Consumer<T> step) implements EventHandler<T> {
        @Override
        public void handle(Event<T> event) {
            step.accept(event.data());
        }
    }
}
