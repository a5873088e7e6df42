package dev.slipway.bench.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a test class is about: ten facts of one stack.
 *
 * @param stage an environment, or {@code shared}
 * @param concern the stack within it
 */
record Subject(String stage, String concern, List<Fact> facts) {
    /** With a topic that each publishes, if only that for its dead letters. */
    private static final Map<String, String> SERVICES = new TreeMap<>(Map.of(
            "ai", "order.confirmed.ai.dlt",
            "auth", "auth.keys",
            "common", "common.reference",
            "notification", "payment.failed.notification.dlt",
            "order", "order.placed",
            "payment", "payment.settled",
            "store", "stock.reserved",
            "user", "user.registered"));

    static final int TESTS = 10;

    private static final Map<String, Subject> ALL = all();

    Subject {
        facts = List.copyOf(facts);
        if (facts.size() != TESTS) {
            throw new IllegalArgumentException("%s/%s has %d facts".formatted(stage, concern, facts.size()));
        }
    }

    static Subject named(String name) {
        return Objects.requireNonNull(ALL.get(name), name);
    }

    /** All of them by the name of their class: 50. */
    static Map<String, Subject> all() {
        Map<String, Subject> all = new TreeMap<>();
        Stream.of(Place.DEV, Place.STAGING, Place.PROD).forEach(place -> {
            String prefix = place.shown();
            all.put(prefix + "Network", new Subject(place.stage(), "network", AwsFacts.network(place)));
            all.put(prefix + "Endpoints", new Subject(place.stage(), "network", AwsFacts.endpoints(place)));
            all.put(prefix + "Cluster", new Subject(place.stage(), "cluster", AwsFacts.cluster(place)));
            all.put(prefix + "Brokers", new Subject(place.stage(), "streaming", DataFacts.brokers(place)));
            all.put(prefix + "Topics", new Subject(place.stage(), "streaming", DataFacts.topics(place)));
            all.put(prefix + "Cache", new Subject(place.stage(), "cache", DataFacts.cache(place)));
            all.put(prefix + "Database", new Subject(place.stage(), "database", DataFacts.database(place)));
            all.put(prefix + "Secrets", new Subject(place.stage(), "secrets", DataFacts.secrets(place)));
            SERVICES.forEach((service, topic) -> all.put(
                    prefix + service.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + service.substring(1),
                    new Subject(place.stage(), "identity", ServiceFacts.of(place, service, topic))));
        });
        all.put("Registry", new Subject("shared", "registry", SharedFacts.registry(new ArrayList<>(SERVICES.keySet()))));
        all.put("Github", new Subject("shared", "github", SharedFacts.github()));
        return all;
    }
}
