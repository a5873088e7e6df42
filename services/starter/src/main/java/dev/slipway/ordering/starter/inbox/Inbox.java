package dev.slipway.ordering.starter.inbox;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers in the transaction of their effect which events have had it. */
public final class Inbox {
    private final JdbcClient database;

    Inbox(JdbcClient database) {
        this.database = database;
    }

    /** Those of the events that are new; they are remembered if the transaction commits. */
    public Set<String> accept(String topic, Collection<String> eventIds) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The inbox must be asked in the transaction of the effect");
        }
        return new HashSet<>(database.sql("INSERT INTO inbox (topic, event_id) SELECT :topic, id FROM"
                        + " unnest(:ids::text[]) AS given (id) ON CONFLICT DO NOTHING RETURNING event_id")
                .param("topic", topic)
                .param("ids", eventIds.stream().distinct().sorted().toArray(String[]::new))
                .query(String.class)
                .list());
    }
}
