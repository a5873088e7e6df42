package dev.slipway.ordering.common.reference;

import dev.slipway.ordering.starter.outbox.Outbox;
import dev.slipway.ordering.starter.web.ProblemException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Changes entries, one change at a time. */
@Service
public final class ReferenceData implements InitializingBean {
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceData.class);
    private static final String TOPIC = "common.reference";

    private final Entries entries;
    private final SnapshotCache cache;
    private final Outbox outbox;
    private final TransactionOperations transactions;

    ReferenceData(Entries entries, SnapshotCache cache, Outbox outbox, TransactionOperations transactions) {
        this.entries = entries;
        this.cache = cache;
        this.outbox = outbox;
        this.transactions = transactions;
    }

    /** What a client says of an entry. */
    public record Draft(
            String name, @Nullable String parent, @Nullable Integer position, boolean active) {
        Entry entry(String code, long version) {
            return new Entry(
                    code,
                    Kind.ofCode(code).orElseThrow(ReferenceData::unknown),
                    name,
                    parent,
                    position,
                    active,
                    version);
        }
    }

    /** An entry, and whether there was none before. */
    public record Saved(Entry entry, boolean isNew) {}

    /** What migrations brought is published like every change. */
    @Override
    public void afterPropertiesSet() {
        transactions.executeWithoutResult(status -> {
            entries.lock();
            List<Entry> fresh = entries.unpublished();
            fresh.forEach(entry -> outbox.publish(TOPIC, entry.code(), entry));
            entries.published();
            LOG.info("{} entries are new", fresh.size());
        });
    }

    /**
     * Makes an entry or changes it. One that is as it should be stays as it is.
     *
     * @param expected the version that the client has seen; 0 for none
     */
    public Saved save(String code, Draft draft, OptionalLong expected) {
        return changed(revision -> {
            Optional<Entry> before = entries.find(code);
            check(expected, before);
            checkParent(code, draft.parent());
            if (before.filter(entry -> entry.equals(draft.entry(code, entry.version())))
                    .isPresent()) {
                return new Saved(before.get(), false);
            }
            Entry entry = draft.entry(code, entries.lastVersion(code) + 1);
            entries.put(entry);
            outbox.publish(TOPIC, code, entry);
            entries.raise();
            return new Saved(entry, before.isEmpty());
        });
    }

    /** Removes an entry that nothing belongs to; one that is not there stays away. */
    public void remove(String code, OptionalLong expected) {
        changed(revision -> {
            Optional<Entry> before = entries.find(code);
            if (before.isPresent()) {
                check(expected, before);
                if (entries.hasChildren(code)) {
                    throw new ProblemException(
                            HttpStatus.CONFLICT, "has-children", "Other entries belong to it. Fix: remove them first");
                }
                entries.remove(code);
                outbox.delete(TOPIC, code);
                entries.raise();
            }
            return code;
        });
    }

    private <T> T changed(LongFunction<T> change) {
        T changed = Optional.ofNullable(transactions.execute(status -> change.apply(entries.lock())))
                .orElseThrow();
        cache.moveTo(entries.revision());
        return changed;
    }

    private static void check(OptionalLong expected, Optional<Entry> before) {
        long version = before.map(Entry::version).orElse(0L);
        if (expected.isPresent() && expected.getAsLong() != version) {
            throw new ProblemException(
                    HttpStatus.PRECONDITION_FAILED, "changed-meanwhile", "The entry is not of that version");
        }
    }

    private void checkParent(String code, @Nullable String parent) {
        if (parent == null) {
            return;
        }
        if (!Kind.ofCode(parent).equals(Kind.ofCode(code))
                || entries.find(parent).isEmpty()) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "unknown-parent", "The parent must be an entry of the same kind");
        }
        if (entries.isAbove(code, parent)) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "parent-below", "The parent must not belong to the entry itself");
        }
    }

    static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-entry", "There is no such entry");
    }
}
