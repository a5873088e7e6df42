package dev.slipway.review.difference.event;

import dev.slipway.review.Synthesis;
import dev.slipway.review.topology.Topology;
import java.time.Duration;
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
            before.topic(topic).ifPresent(old -> after.topic(topic).ifPresent(now -> settings(old, now)));
        });
        return changes;
    }

    private void settings(Topology.Topic old, Topology.Topic now) {
        partitions(old, now);
        key(old, now);
        cleanup(old, now);
        retention(old, now);
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be another dependency
    private void add(String topic, boolean isBreaking, String what, Object... values) {
        changes.add(new EventChange(environment, topic, what.formatted(values), isBreaking));
    }

    private void presence(String topic) {
        if (before.topic(topic).isEmpty() && after.topic(topic).isPresent()) {
            add(topic, false, "is new");
        } else if (before.topic(topic).isPresent() && after.topic(topic).isEmpty()) {
            boolean isRead = !after.consumers(topic).isEmpty();
            add(topic, isRead, isRead ? "is gone, and %s consumes it" : "is gone", names(after.consumers(topic)));
        }
    }

    private void services(String topic) {
        Set<String> gone = without(before.producers(topic), after.producers(topic));
        Set<String> waiting = after.consumers(topic);
        boolean isLast = !gone.isEmpty() && after.producers(topic).isEmpty() && !waiting.isEmpty();
        if (isLast) {
            add(
                    topic,
                    true,
                    "has no producer any more since %s stops, and %s waits for it",
                    names(gone),
                    names(waiting));
        } else if (!gone.isEmpty()) {
            add(topic, false, "is no longer published by %s", names(gone));
        }
        Set<String> joined = without(after.producers(topic), before.producers(topic));
        if (!joined.isEmpty()) {
            add(topic, false, "is now published by %s", names(joined));
        }
        Set<String> left = without(before.consumers(topic), after.consumers(topic));
        if (!left.isEmpty()) {
            add(
                    topic,
                    false,
                    "is no longer consumed by %s%s",
                    names(left),
                    waiting.isEmpty() ? ", nor by anybody" : "");
        }
        Set<String> readers = without(after.consumers(topic), before.consumers(topic));
        if (!readers.isEmpty()) {
            boolean isSilent =
                    after.topic(topic).isPresent() && after.producers(topic).isEmpty();
            add(
                    topic,
                    isSilent,
                    "is now consumed by %s%s",
                    names(readers),
                    isSilent ? ", and nobody publishes it" : "");
        }
    }

    private void partitions(Topology.Topic before, Topology.Topic after) {
        int old = before.partitions();
        int now = after.partitions();
        if (now < old) {
            add(
                    after.name(),
                    true,
                    "%s partitions become %s: Kafka refuses to take any away, so the topic would be made anew",
                    old,
                    now);
        } else if (now > old) {
            boolean isKeyed = after.key().isPresent();
            add(
                    after.name(),
                    isKeyed,
                    isKeyed
                            ? "%s partitions become %s: keys move, so events of one %s are not in order across the change"
                            : "%s partitions become %s",
                    old,
                    now,
                    after.key().orElse(""));
        }
    }

    private void key(Topology.Topic old, Topology.Topic now) {
        if (!old.key().equals(now.key())) {
            add(
                    now.name(),
                    true,
                    "is keyed by %s instead of %s: order holds for another thing",
                    now.key().orElse("nothing"),
                    old.key().orElse("nothing"));
        }
    }

    private void cleanup(Topology.Topic old, Topology.Topic now) {
        if (old.compacted() && !now.compacted()) {
            Set<String> keepers = after.keepers(now.name());
            String who = keepers.isEmpty() ? "" : ", and " + names(keepers) + " starts without them";
            add(
                    now.name(),
                    true,
                    "is no longer compacted: keys that do not change are lost after its retention%s",
                    who);
        } else if (now.compacted() && !old.compacted()) {
            add(now.name(), true, "is now compacted: of the events of a key only the last is kept");
        }
    }

    private void retention(Topology.Topic old, Topology.Topic now) {
        if (!old.retention().equals(now.retention()) && old.compacted() == now.compacted()) {
            boolean isShorter = duration(now).compareTo(duration(old)) < 0;
            add(
                    now.name(),
                    isShorter,
                    isShorter
                            ? "keeps events for %s instead of %s: older ones are deleted at once, read or not"
                            : "keeps events for %s instead of %s",
                    shown(now),
                    shown(old));
        }
    }

    private static Duration duration(Topology.Topic topic) {
        return topic.retention().orElse(Duration.ofSeconds(Long.MAX_VALUE));
    }

    private static String shown(Topology.Topic topic) {
        return topic.retention()
                .map(kept -> kept.toDays() > 0 && kept.toHoursPart() == 0
                        ? kept.toDays() + " days"
                        : kept.toHours() > 0 ? kept.toHours() + " hours" : kept.toMinutes() + " minutes")
                .orElse("ever");
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
