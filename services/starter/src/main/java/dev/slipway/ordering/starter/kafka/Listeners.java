package dev.slipway.ordering.starter.kafka;

import dev.slipway.ordering.starter.configuration.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** A consumer for each topic, so that a slow one holds up no other; on virtual threads where the JVM has them. */
final class Listeners implements SmartLifecycle {
    private static final long SHUTDOWN_MILLIS = 15_000;
    private static final int VIRTUAL_THREADS_SINCE = 21;

    private final List<EventHandler<?>> handlers;
    private final List<ConcurrentMessageListenerContainer<String, String>> containers = new ArrayList<>();
    private volatile boolean running;

    Listeners(
            List<EventHandler<?>> handlers,
            Topics topics,
            KafkaProperties kafka,
            ConsumerFactory<String, String> consumers,
            EventProcessor processor,
            CommonErrorHandler retries) {
        this.handlers = handlers;
        Set<String> left = new TreeSet<>(topics.consumes().keySet());
        for (EventHandler<?> handler : handlers) {
            String topic = topics.consumed(handler.topic()).topic();
            if (!left.remove(handler.topic().replace('.', '-'))) {
                throw new IllegalStateException("The topic " + handler.topic() + " has two handlers");
            }
            containers.add(container(handler, topic, kafka, consumers, processor, retries));
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("The topics " + left + " are consumed and nothing handles them. Fix: add an"
                    + " EventHandler for each");
        }
    }

    /** The handler of a topic, by the name of its schema. */
    Optional<EventHandler<?>> handler(String topic) {
        return handlers.stream()
                .filter(handler -> handler.topic().equals(topic))
                .findFirst();
    }

    private static ConcurrentMessageListenerContainer<String, String> container(
            EventHandler<?> handler,
            String topic,
            KafkaProperties kafka,
            ConsumerFactory<String, String> consumers,
            EventProcessor processor,
            CommonErrorHandler retries) {
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setMessageListener(new BatchMessageListener<String, String>() {
            @Override
            public void onMessage(List<ConsumerRecord<String, String>> records) {
                processor.batch(handler, records);
            }
        });
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor(topic + "-");
        threads.setVirtualThreads(Runtime.version().feature() >= VIRTUAL_THREADS_SINCE);
        properties.setListenerTaskExecutor(threads);
        properties.setShutdownTimeout(SHUTDOWN_MILLIS);
        ConcurrentMessageListenerContainer<String, String> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setBeanName(topic);
        container.setConcurrency(kafka.concurrency());
        container.setCommonErrorHandler(retries);
        return container;
    }

    @Override
    public void start() {
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        CountDownLatch stopped = new CountDownLatch(1);
        stop(stopped::countDown);
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All at once, each with its batch at hand finished or its time over. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        if (containers.isEmpty()) {
            callback.run();
            return;
        }
        AtomicInteger left = new AtomicInteger(containers.size());
        containers.forEach(container -> container.stop(() -> {
            if (left.decrementAndGet() == 0) {
                callback.run();
            }
        }));
    }

    /** Together with the requests under way: one grace for both. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
