package dev.slipway.review.difference.event;

import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changes for publishers and consumers, from the topologies of two snapshots.
 *
 * <pre>{@code
 * EventChanges.between(before, after)   // prod order.placed: 12 partitions become 24: events of one orderId are for a while in two of them
 * }</pre>
 */
public final class EventChanges {
    private final String environment;
    private final Wiring before;
    private final Wiring after;
    private final List<EventChange> changes = new ArrayList<>();

    private EventChanges(String environment, Wiring before, Wiring after) {
        this.environment = environment;
        this.before = before;
        this.after = after;
    }

    /** All of them, breaking ones first; none of an environment that one of the sides does not know. */
    public static List<EventChange> between(Synthesis before, Synthesis after) {
        List<EventChange> all = new ArrayList<>();
        for (String environment : after.environments()) {
            Optional<Wiring> old = Wiring.of(before, environment);
            Optional<Wiring> now = Wiring.of(after, environment);
            if (old.isPresent() && now.isPresent()) {
                all.addAll(new EventChanges(environment, old.get(), now.get()).found());
            }
        }
        return all.stream().sorted().toList();
    }

    private List<EventChange> found() {
        Set<String> topics = new TreeSet<>(before.names());
        topics.addAll(after.names());
        topics.forEach(topic -> {
            presence(topic);
            services(topic);
            if (before.has(topic) && after.has(topic)) {
                partitions(topic);
                key(topic);
                cleanup(topic);
                retention(topic);
            }
        });
        return changes;
    }

    private void add(String topic, boolean isBreaking, String what, Object... values) {
        changes.add(new EventChange(environment, topic, what.formatted(values), isBreaking));
    }

    private void presence(String topic) {
        if (!before.has(topic) && after.has(topic)) {
            add(topic, false, "is new");
        } else if (before.has(topic) && !after.has(topic)) {
            boolean isRead = !after.consumers(topic).isEmpty();
            add(topic, isRead, isRead ? "is gone, and %s consumes it" : "is gone, with its events", names(after.consumers(topic)));
        }
    }

    private void services(String topic) {
        Set<String> gone = without(before.producers(topic), after.producers(topic));
        Set<String> waiting = after.consumers(topic);
        boolean isLast = !gone.isEmpty() && after.producers(topic).isEmpty() && !waiting.isEmpty();
        if (isLast) {
            add(topic, true, "has no producer any more since %s stops, and %s waits for it", names(gone), names(waiting));
        } else if (!gone.isEmpty()) {
            add(topic, false, "is no longer published by %s", names(gone));
        }
        Set<String> joined = without(after.producers(topic), before.producers(topic));
        if (!joined.isEmpty()) {
            add(topic, false, "is now published by %s", names(joined));
        }
        Set<String> left = without(before.consumers(topic), after.consumers(topic));
        if (!left.isEmpty()) {
            add(topic, false, "is no longer consumed by %s%s", names(left), waiting.isEmpty() ? ", nor by anybody" : "");
        }
        Set<String> readers = without(after.consumers(topic), before.consumers(topic));
        if (!readers.isEmpty()) {
            boolean isSilent = after.has(topic) && after.producers(topic).isEmpty();
            add(topic, isSilent, "is now consumed by %s%s", names(readers), isSilent ? ", and nobody publishes it" : "");
        }
    }

    private void partitions(String topic) {
        long old = before.topic(topic).get("partitions").number().orElse(0L);
        long now = after.topic(topic).get("partitions").number().orElse(0L);
        String key = after.topic(topic).get("key").text();
        if (now < old) {
            add(topic, true, "%s partitions become %s: Kafka refuses to take any away, so the topic would be made anew", old, now);
        } else if (now > old) {
            add(
                    topic,
                    !key.isEmpty(),
                    key.isEmpty()
                            ? "%s partitions become %s"
                            : "%s partitions become %s: keys move, so events of one %s are not in order across the change",
                    old,
                    now,
                    key);
        }
    }

    private void key(String topic) {
        String old = before.topic(topic).get("key").text();
        String now = after.topic(topic).get("key").text();
        if (!old.equals(now)) {
            add(topic, true, "is keyed by %s instead of %s: order holds for another thing", named(now), named(old));
        }
    }

    private static String named(String key) {
        return key.isEmpty() ? "nothing" : key;
    }

    private void cleanup(String topic) {
        boolean old = before.topic(topic).get("compacted").isTrue();
        boolean now = after.topic(topic).get("compacted").isTrue();
        if (old && !now) {
            Set<String> keepers = after.keepers(topic);
            boolean isKept = !keepers.isEmpty();
            add(
                    topic,
                    true,
                    "is no longer compacted: keys that do not change are lost after its retention%s",
                    isKept ? ", and " + names(keepers) + " starts without them" : "");
        } else if (now && !old) {
            add(topic, true, "is now compacted: of the events of a key only the last is kept");
        }
    }

    private void retention(String topic) {
        Tree old = before.topic(topic).get("retention");
        Tree now = after.topic(topic).get("retention");
        if (!old.equals(now)) {
            boolean isShorter = duration(now).compareTo(duration(old)) < 0;
            add(
                    topic,
                    isShorter,
                    isShorter
                            ? "keeps events %s instead of %s: older ones are deleted at once, read or not"
                            : "keeps events %s instead of %s",
                    shown(now),
                    shown(old));
        }
    }

    private static String shown(Tree retention) {
        return retention.exists() ? retention.text() : "for ever";
    }

    /** In the form of ISO 8601, or in milliseconds; nothing is for ever. */
    private static Duration duration(Tree retention) {
        if (!retention.exists() || retention.text().isEmpty()) {
            return Duration.ofSeconds(Long.MAX_VALUE);
        }
        try {
            return retention.number().map(Duration::ofMillis).orElseGet(() -> Duration.parse(retention.text()));
        } catch (DateTimeParseException e) {
            return Duration.ZERO;
        }
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static String names(Set<String> services) {
        return String.join(", ", services);
    }
}
