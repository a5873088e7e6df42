package dev.slipway.ordering.starter.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.scheduling.annotation.Scheduled;

/** Metric outbox.pending: how many events wait. Removes those published a day ago. */
final class OutboxWatch {
    private final OutboxRows rows;
    private final AtomicLong pending = new AtomicLong();

    OutboxWatch(OutboxRows rows, MeterRegistry meters) {
        this.rows = rows;
        meters.gauge("outbox.pending", pending);
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.SECONDS)
    void count() {
        pending.set(rows.count());
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void clean() {
        rows.clean();
    }
}
