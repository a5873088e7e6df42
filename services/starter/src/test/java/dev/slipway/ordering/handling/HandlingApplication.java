package dev.slipway.ordering.handling;

import dev.slipway.ordering.starter.configuration.OrderingService;
import dev.slipway.ordering.starter.event.Event;
import dev.slipway.ordering.starter.kafka.EventHandler;
import dev.slipway.ordering.starter.outbox.Outbox;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A service that handles events and can be told to fail at it: it is given what payment is given. */
@SpringBootApplication(proxyBeanMethods = false)
class HandlingApplication {
    record Requested(UUID orderId) {}

    record Settled(UUID orderId, UUID paymentId, long amount, String currency, String providerReference) {
        static Settled of(UUID orderId) {
            return new Settled(orderId, orderId, 1490, "EUR", "ch_1");
        }
    }

    public static void main(String... arguments) {
        OrderingService.named("payment", HandlingApplication.class).run(arguments);
    }

    @Bean
    Behaviour behaviour() {
        return new Behaviour();
    }

    @Bean
    EventHandler<Requested> requested(Effects effects, Behaviour behaviour) {
        return new EventHandler<>() {
            @Override
            public String topic() {
                return "payment.requested";
            }

            @Override
            public Class<Requested> data() {
                return Requested.class;
            }

            @Override
            public void handle(Event<Requested> event) {
                behaviour.before(event.subject());
                effects.add(event.data().orderId());
            }
        };
    }

    @Bean
    Effects effects(JdbcClient database, Outbox outbox) {
        return new Effects(database, outbox);
    }

    /** What there is to see of an event: a row and another event. */
    record Effects(JdbcClient database, Outbox outbox) {
        void add(UUID subject) {
            database.sql("INSERT INTO effects (subject) VALUES (?)")
                    .param(subject.toString())
                    .update();
            outbox.publish("payment.settled", subject, Settled.of(subject));
        }

        int of(UUID subject) {
            return database.sql("SELECT count(*) FROM effects WHERE subject = ?")
                    .param(subject.toString())
                    .query(Integer.class)
                    .single();
        }

        List<String> all() {
            return database.sql("SELECT subject FROM effects ORDER BY id")
                    .query(String.class)
                    .list();
        }
    }

    @RestController
    static class Slow {
        private final Effects effects;
        private final TransactionOperations transactions;
        private final Behaviour behaviour;

        Slow(Effects effects, TransactionOperations transactions, Behaviour behaviour) {
            this.effects = effects;
            this.transactions = transactions;
            this.behaviour = behaviour;
        }

        @GetMapping("/slow/{subject}")
        public Duration call(@PathVariable UUID subject) {
            Duration taken = behaviour.before(subject.toString());
            transactions.executeWithoutResult(status -> effects.add(subject));
            return taken;
        }
    }
}
