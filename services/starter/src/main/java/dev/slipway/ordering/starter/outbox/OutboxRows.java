package dev.slipway.ordering.starter.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits to be published, and who may. Each method is one short statement: none spans a call of Kafka. */
final class OutboxRows {
    /** An event that waits. */
    record Row(
            long id,
            String topic,
            String key,
            @Nullable String event,
            @Nullable String traceparent) {}

    private final JdbcClient database;
    private final String holder;

    OutboxRows(JdbcClient database, String holder) {
        this.database = database;
        this.holder = holder;
    }

    /** Takes or keeps the lease for ten seconds by the clock of the database. */
    boolean lease() {
        return database.sql("UPDATE outbox_lease SET holder = :me, held_until = now() + interval '10 seconds'"
                                + " WHERE holder = :me OR held_until < now()")
                        .param("me", holder)
                        .update()
                == 1;
    }

    void release() {
        database.sql("UPDATE outbox_lease SET held_until = '-infinity' WHERE holder = ?")
                .param(holder)
                .update();
    }

    List<Row> pending(int most) {
        return database.sql("SELECT id, topic, key, event, traceparent FROM outbox WHERE published_at IS NULL"
                        + " ORDER BY id LIMIT ?")
                .param(most)
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getString("event"),
                        row.getString("traceparent")))
                .list();
    }

    void published(List<Row> rows) {
        database.sql("UPDATE outbox SET published_at = now() WHERE id = ANY (?)")
                .param(rows.stream().map(Row::id).toArray(Long[]::new))
                .update();
    }

    long count() {
        return database.sql("SELECT count(*) FROM outbox WHERE published_at IS NULL")
                .query(Long.class)
                .single();
    }

    void clean() {
        database.sql("DELETE FROM outbox WHERE published_at < now() - interval '1 day'")
                .update();
    }
}
