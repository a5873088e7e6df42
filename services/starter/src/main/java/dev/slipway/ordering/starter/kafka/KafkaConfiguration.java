package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.configuration.Topics;
import dev.slipway.ordering.starter.event.EventCodec;
import dev.slipway.ordering.starter.inbox.Inbox;
import dev.slipway.ordering.starter.observability.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.MicrometerConsumerListener;
import org.springframework.transaction.support.TransactionOperations;

/** The consumers of a service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
            "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
        })
@ConditionalOnProperty("slipway.kafka.bootstrap-servers")
@EnableConfigurationProperties(KafkaProperties.class)
public class KafkaConfiguration {
    /** Consumers see only what the outbox committed, and the work of a killed one is taken over within seconds. */
    @Bean
    ConsumerFactory<String, String> consumers(KafkaProperties kafka, MeterRegistry meters) {
        Map<String, Object> settings = kafka.client();
        settings.put("group.id", kafka.groupId());
        settings.put("isolation.level", "read_committed");
        settings.put("auto.offset.reset", "earliest");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "2000");
        settings.put("max.poll.records", "200");
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.CooperativeStickyAssignor");
        DefaultKafkaConsumerFactory<String, String> consumers =
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new StringDeserializer());
        consumers.addListener(new MicrometerConsumerListener<>(meters));
        return consumers;
    }

    @Bean(destroyMethod = "close")
    Producer<String, String> deadLetterProducer(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.client();
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");
        settings.put("delivery.timeout.ms", "25000");
        settings.put("request.timeout.ms", "10000");
        return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
    }

    @Bean
    EventProcessor eventProcessor(
            EventCodec codec, Inbox inbox, TransactionOperations transactions, Traces traces, MeterRegistry meters) {
        return new EventProcessor(codec, inbox, transactions, traces, meters);
    }

    @Bean
    Listeners listeners(
            ObjectProvider<EventHandler<?>> handlers,
            Topics topics,
            KafkaProperties kafka,
            ConsumerFactory<String, String> consumers,
            EventProcessor processor,
            Producer<String, String> producer,
            MeterRegistry meters) {
        List<EventHandler<?>> ordered = handlers.orderedStream().toList();
        return new Listeners(
                ordered, topics, kafka, consumers, processor, Retries.with(new DeadLetters(producer, topics, meters)));
    }

    @Bean
    Replay replay(
            Topics topics, Listeners listeners, EventProcessor processor, ConsumerFactory<String, String> consumers) {
        return new Replay(topics, listeners, processor, consumers);
    }
}
