package dev.slipway.ordering.ai.interest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Ends what is kept of users and days after a year. */
@Component
final class Forgetting {
    private final Counts counts;
    private final Clock clock;

    Forgetting(Counts counts, Clock clock) {
        this.counts = counts;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        counts.forget(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1));
    }
}
