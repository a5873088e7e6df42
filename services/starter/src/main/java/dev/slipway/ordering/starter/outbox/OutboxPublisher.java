package dev.slipway.ordering.starter.outbox;

import dev.slipway.ordering.starter.configuration.Shutdown;
import dev.slipway.ordering.starter.observability.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Sends what waits, in its order. One instance at a time has the lease; one that lost it without knowing is fenced by
 * Kafka, because its successor has the same transactional id. No database transaction is open while Kafka is called.
 */
final class OutboxPublisher implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
    private static final int BATCH = 500;
    private static final Duration IDLE = Duration.ofMillis(100);
    private static final Duration NOT_MINE = Duration.ofSeconds(1);
    private static final Duration RENEW = Duration.ofSeconds(3);

    private final OutboxRows rows;
    private final Supplier<Producer<String, String>> producers;
    private final Semaphore signal = new Semaphore(0);
    private Optional<Producer<String, String>> producer = Optional.empty();
    private long renewAt;
    private volatile boolean running;
    private Thread thread = new Thread(this::publish);

    OutboxPublisher(OutboxRows rows, Supplier<Producer<String, String>> producers) {
        this.rows = rows;
        this.producers = producers;
    }

    /** There is something to send. */
    void wake() {
        signal.release();
    }

    private void publish() {
        while (running) {
            try {
                waitFor(holdsLease() ? (sendBatch() ? Duration.ZERO : IDLE) : NOT_MINE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                LOG.warn("The outbox waits: {}", e.toString());
                giveUp();
                pause();
            }
        }
        letGo();
    }

    private boolean holdsLease() {
        if (producer.isPresent() && System.nanoTime() < renewAt) {
            return true;
        }
        boolean mine = rows.lease();
        renewAt = System.nanoTime() + RENEW.toNanos();
        if (!mine) {
            giveUp();
        }
        return mine;
    }

    /** False where nothing waited. */
    private boolean sendBatch() {
        // opened before rows are read: once it is, nobody else's older batch can be committed after ours
        Producer<String, String> kafka = producer.orElseGet(this::open);
        List<OutboxRows.Row> batch = rows.pending(BATCH);
        if (batch.isEmpty()) {
            return false;
        }
        kafka.beginTransaction();
        for (OutboxRows.Row row : batch) {
            kafka.send(record(row));
        }
        kafka.commitTransaction();
        rows.published(batch);
        return true;
    }

    private Producer<String, String> open() {
        Producer<String, String> opened = producers.get();
        producer = Optional.of(opened);
        opened.initTransactions();
        return opened;
    }

    private static ProducerRecord<String, String> record(OutboxRows.Row row) {
        ProducerRecord<String, String> record = new ProducerRecord<>(row.topic(), row.key(), row.event());
        header(record, "content-type", "application/cloudevents+json; charset=utf-8");
        Optional.ofNullable(row.traceparent()).ifPresent(value -> header(record, Traces.TRACEPARENT, value));
        return record;
    }

    private static void header(ProducerRecord<String, String> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Whatever was under way is not committed, and will be sent again. */
    private void giveUp() {
        producer.ifPresent(open -> {
            try {
                open.close(Duration.ZERO);
            } catch (RuntimeException e) {
                LOG.debug("A producer did not close", e);
            }
        });
        producer = Optional.empty();
    }

    private void letGo() {
        giveUp();
        try {
            rows.release();
        } catch (RuntimeException e) {
            LOG.warn("The lease runs out by itself: {}", e.toString());
        }
    }

    private void waitFor(Duration time) throws InterruptedException {
        if (!time.isZero() && signal.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            signal.drainPermits();
        }
    }

    private void pause() {
        try {
            Thread.sleep(NOT_MINE.toMillis());
        } catch (InterruptedException e) {
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = new Thread(this::publish, "outbox");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop() {
        running = false;
        wake();
        try {
            thread.join(Shutdown.OUTBOX.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped after what publishes: requests and handlers. */
    @Override
    public int getPhase() {
        return 0;
    }
}
