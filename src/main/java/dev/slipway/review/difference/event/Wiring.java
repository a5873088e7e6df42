package dev.slipway.review.difference.event;

import dev.slipway.review.Synthesis;
import dev.slipway.review.topology.Topology;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The topics of an environment, and who publishes and consumes them. */
final class Wiring {
    private static final String TOPIC = "topic/";

    private final Map<String, Topology.Topic> topics = new TreeMap<>();
    private final Map<String, Set<String>> producers = new TreeMap<>();
    private final Map<String, Set<String>> consumers = new TreeMap<>();
    private final Map<String, Set<String>> keepers = new TreeMap<>();

    private Wiring(Topology topology) {
        topology.topics().forEach(topic -> topics.put(topic.name(), topic));
        for (Topology.Edge edge : topology.edges()) {
            switch (edge.kind()) {
                case "publishes" -> add(producers, edge);
                case "consumes" -> add(consumers, edge);
                case "materializes" -> {
                    add(consumers, edge);
                    add(keepers, edge);
                }
                default -> {}
            }
        }
    }

    /** Of an environment, where its topology was rendered. */
    static Optional<Wiring> of(Synthesis side, String environment) {
        return Topology.of(side, environment).map(Wiring::new);
    }

    private static void add(Map<String, Set<String>> all, Topology.Edge edge) {
        boolean isOfTopic = edge.from().startsWith(TOPIC);
        String topic = isOfTopic ? edge.from() : edge.to();
        String service = isOfTopic ? edge.to() : edge.from();
        all.computeIfAbsent(name(topic), none -> new TreeSet<>()).add(name(service));
    }

    private static String name(String end) {
        return end.substring(end.indexOf('/') + 1);
    }

    Set<String> names() {
        Set<String> all = new TreeSet<>(topics.keySet());
        all.addAll(producers.keySet());
        all.addAll(consumers.keySet());
        return all;
    }

    Optional<Topology.Topic> topic(String name) {
        return Optional.ofNullable(topics.get(name));
    }

    Set<String> producers(String topic) {
        return producers.getOrDefault(topic, Set.of());
    }

    /** Those who materialize it among them. */
    Set<String> consumers(String topic) {
        return consumers.getOrDefault(topic, Set.of());
    }

    /** Those who keep the latest event of each key. */
    Set<String> keepers(String topic) {
        return keepers.getOrDefault(topic, Set.of());
    }
}
