package dev.slipway.ordering.store.catalogue;

import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the cache what has changed: at once after the transaction, and again from the database until it has been heard,
 * so that neither a crash in between nor a cache that is away leaves an old product in it.
 */
@Component
public final class Outdated {
    private static final int BATCH = 500;

    private final JdbcClient database;
    private final ProductCache cache;

    Outdated(JdbcClient database, ProductCache cache) {
        this.database = database;
        this.cache = cache;
    }

    /** In the transaction of a change: products by the revision that they have now. */
    public void add(Map<UUID, Long> revisions) {
        // everybody in the same order, so that nobody waits in a circle
        Map<String, Long> sorted = new TreeMap<>();
        revisions.forEach((id, revision) -> sorted.put(id.toString(), revision));
        database.sql("INSERT INTO outdated (product_id, revision)"
                        + " SELECT id, revision FROM unnest(:ids::uuid[], :revisions::bigint[]) AS given (id, revision)"
                        + " ON CONFLICT (product_id) DO UPDATE"
                        + " SET revision = greatest(outdated.revision, excluded.revision)")
                .param("ids", sorted.keySet().toArray(String[]::new))
                .param("revisions", sorted.values().toArray(Long[]::new))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                revisions.forEach(cache::outdate);
            }
        });
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void tell() {
        database
                .sql("SELECT product_id, revision FROM outdated LIMIT ?")
                .param(BATCH)
                .query((row, number) -> Map.entry(row.getObject("product_id", UUID.class), row.getLong("revision")))
                .list()
                .stream()
                .takeWhile(entry -> cache.outdate(entry.getKey(), entry.getValue()))
                .forEach(entry -> database.sql("DELETE FROM outdated WHERE product_id = ? AND revision = ?")
                        .params(entry.getKey(), entry.getValue())
                        .update());
    }
}
