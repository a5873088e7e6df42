package dev.slipway.ordering.starter.outbox;

import dev.slipway.ordering.starter.configuration.Ids;
import dev.slipway.ordering.starter.configuration.Topics;
import dev.slipway.ordering.starter.event.EventCodec;
import dev.slipway.ordering.starter.kafka.KafkaProperties;
import dev.slipway.ordering.starter.observability.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outbox of a service with a database and something to publish; its publisher. */
@AutoConfiguration(
        after = JdbcClientAutoConfiguration.class,
        afterName = "dev.slipway.ordering.starter.kafka.KafkaConfiguration")
@ConditionalOnProperty({"slipway.database.host", "slipway.kafka.bootstrap-servers"})
@ConditionalOnExpression("!'${slipway.kafka.transactional-id:}'.isEmpty()")
public class OutboxConfiguration {
    @Bean
    OutboxRows outboxRows(JdbcClient database, Ids ids) {
        return new OutboxRows(database, ids.next().toString());
    }

    @Bean
    OutboxPublisher outboxPublisher(OutboxRows rows, KafkaProperties kafka) {
        return new OutboxPublisher(rows, () -> producer(kafka));
    }

    @Bean
    Outbox outbox(
            JdbcClient database, EventCodec codec, Ids ids, Topics topics, Traces traces, OutboxPublisher publisher) {
        return new Outbox(database, codec, ids, topics, traces, publisher::wake);
    }

    @Bean
    OutboxWatch outboxWatch(OutboxRows rows, MeterRegistry meters) {
        return new OutboxWatch(rows, meters);
    }

    private static Producer<String, String> producer(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.client();
        settings.put("transactional.id", kafka.transactionalId());
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("linger.ms", "0");
        settings.put("compression.type", "lz4");
        settings.put("transaction.timeout.ms", "30000");
        settings.put("delivery.timeout.ms", "25000");
        settings.put("request.timeout.ms", "10000");
        settings.put("max.block.ms", "10000");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }
}
