package dev.slipway.ordering.starter.inbox;

import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/** Forgets events that are older than any topic keeps them: a week, twice over. */
final class InboxCleaning {
    private final JdbcClient database;

    InboxCleaning(JdbcClient database) {
        this.database = database;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        database.sql("DELETE FROM inbox WHERE received_at < now() - interval '14 days'")
                .update();
    }
}
