package dev.slipway.ordering.common.reference;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the entries: from the cache, and from the database where that does not know them or is away. */
@Service
public final class Reading {
    private final Entries entries;
    private final SnapshotCache cache;
    private final TransactionTemplate snapshot;

    Reading(Entries entries, SnapshotCache cache, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.cache = cache;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        // entries and revision of one moment
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    public Snapshot all() {
        return cache.newest().orElseGet(this::load);
    }

    public Entry found(String code) {
        return all().find(code).orElseThrow(ReferenceData::unknown);
    }

    private Snapshot load() {
        Snapshot loaded = Optional.ofNullable(
                        snapshot.execute(status -> new Snapshot(entries.revision(), entries.all())))
                .orElseThrow();
        cache.put(loaded);
        return loaded;
    }
}
