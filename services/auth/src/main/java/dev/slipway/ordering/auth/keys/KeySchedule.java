package dev.slipway.ordering.auth.keys;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What has to be done now.
 *
 * @param next the first signature of the key that is to be made
 * @param over the keys that are to be taken back
 */
record KeySchedule(Optional<Instant> next, List<String> over) {
    /**
     * A key is made at once where none signs, and else ahead of the end of the one that does. Keys that this instance
     * cannot read stay published, and count as none.
     */
    static KeySchedule of(List<SigningKey> keys, Instant now, KeySettings settings) {
        List<String> over = keys.stream()
                .filter(key -> key.period().isOverAt(now))
                .map(SigningKey::id)
                .toList();
        Optional<Instant> end = signing(keys, now).map(key -> key.period().signUntil());
        if (end.isEmpty()) {
            return new KeySchedule(Optional.of(now), over);
        }
        boolean hasNext = keys.stream()
                .filter(key -> key.privateKey().isPresent())
                .anyMatch(key -> !key.period().signFrom().isBefore(end.get()));
        boolean isDue = !now.isBefore(end.get().minus(settings.ahead()));
        return new KeySchedule(end.filter(at -> isDue && !hasNext), over);
    }

    /** The key to sign with: the newest of those whose time it is. */
    static Optional<SigningKey> signing(List<SigningKey> keys, Instant now) {
        return keys.stream()
                .filter(key -> key.privateKey().isPresent() && key.period().isSigningAt(now))
                .max(Comparator.comparing((SigningKey key) -> key.period().signFrom())
                        .thenComparing(SigningKey::id));
    }

    boolean isEmpty() {
        return next.isEmpty() && over.isEmpty();
    }
}
