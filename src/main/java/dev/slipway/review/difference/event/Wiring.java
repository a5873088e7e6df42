package dev.slipway.review.difference.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The topics of an environment, and who publishes and consumes them. */
final class Wiring {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Tree> topics = new TreeMap<>();
    private final Map<String, Set<String>> producers = new TreeMap<>();
    private final Map<String, Set<String>> consumers = new TreeMap<>();
    private final Map<String, Set<String>> keepers = new TreeMap<>();

    private Wiring(Tree topology) {
        topology.get("topics").items().forEach(topic -> topics.put(topic.get("name").text(), topic));
        for (Tree edge : topology.get("edges").items()) {
            String from = edge.get("from").text();
            String to = edge.get("to").text();
            switch (edge.get("kind").text()) {
                case "publishes" -> add(producers, to, from);
                case "consumes" -> add(consumers, topic(from, to), other(from, to));
                case "materializes" -> {
                    add(consumers, topic(from, to), other(from, to));
                    add(keepers, topic(from, to), other(from, to));
                }
                default -> {}
            }
        }
    }

    /** Of an environment, where its topology was rendered. */
    static Optional<Wiring> of(Synthesis side, String environment) {
        String text = side.files().get("dist/" + environment + ".topology.json");
        try {
            return text == null
                    ? Optional.empty()
                    : Optional.of(new Wiring(Tree.of(JSON.readValue(text, Object.class))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The topology of %s is no JSON".formatted(environment), e);
        }
    }

    private String topic(String from, String to) {
        return topics.containsKey(from) ? from : to;
    }

    private String other(String from, String to) {
        return topics.containsKey(from) ? to : from;
    }

    private static void add(Map<String, Set<String>> all, String topic, String service) {
        all.computeIfAbsent(topic, none -> new TreeSet<>()).add(service);
    }

    Set<String> names() {
        Set<String> all = new TreeSet<>(topics.keySet());
        all.addAll(producers.keySet());
        all.addAll(consumers.keySet());
        return all;
    }

    boolean has(String topic) {
        return topics.containsKey(topic);
    }

    Tree topic(String name) {
        return topics.getOrDefault(name, Tree.NOTHING);
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
