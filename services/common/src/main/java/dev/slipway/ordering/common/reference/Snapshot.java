package dev.slipway.ordering.common.reference;

import java.util.List;
import java.util.Optional;

/**
 * The entries as they were at a revision, which grows by one with each change of any of them.
 *
 * @param items in order: by kind, position, code
 */
public record Snapshot(long revision, List<Entry> items) {
    public Snapshot {
        items = List.copyOf(items);
    }

    /** Those of a kind. */
    public Snapshot of(Kind kind) {
        return new Snapshot(
                revision, items.stream().filter(entry -> entry.kind() == kind).toList());
    }

    public Optional<Entry> find(String code) {
        return items.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
