package dev.slipway.review.difference.topology;

import dev.slipway.review.Synthesis;
import dev.slipway.review.topology.Topology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The topologies of both sides in one: what is in both, and what in one.
 *
 * <pre>{@code
 * TopologyChange.between(before, after, "prod").map(change -> change.mermaid())
 * }</pre>
 *
 * @param nodes by their sort and name, as {@link Topology.Edge} has them
 * @param edges by what they link, and as what
 */
public record TopologyChange(String environment, Map<String, State> nodes, Map<Arrow, State> edges) {
    /** An arrow, whatever its label. */
    public record Arrow(String from, String to, String kind) implements Comparable<Arrow> {
        @Override
        public int compareTo(Arrow other) {
            return toString().compareTo(other.toString());
        }
    }

    /** Nothing where no side has a topology of the environment, or they are the same. */
    public static Optional<TopologyChange> between(Synthesis before, Synthesis after, String environment) {
        Optional<Topology> old = Topology.of(before, environment);
        Optional<Topology> now = Topology.of(after, environment);
        if (old.isEmpty() && now.isEmpty()) {
            return Optional.empty();
        }
        TopologyChange change = new TopologyChange(
                environment,
                states(
                        old.map(TopologyChange::things).orElse(Map.of()),
                        now.map(TopologyChange::things).orElse(Map.of())),
                states(
                        old.map(TopologyChange::arrows).orElse(Map.of()),
                        now.map(TopologyChange::arrows).orElse(Map.of())));
        return change.isNothing() ? Optional.empty() : Optional.of(change);
    }

    private boolean isNothing() {
        return nodes.values().stream().allMatch(state -> state == State.SAME)
                && edges.values().stream().allMatch(state -> state == State.SAME);
    }

    private static <K> Map<K, State> states(Map<K, String> before, Map<K, String> after) {
        Map<K, State> states = new TreeMap<>();
        before.forEach((key, value) -> states.put(
                key,
                !after.containsKey(key) ? State.REMOVED : value.equals(after.get(key)) ? State.SAME : State.CHANGED));
        after.keySet().forEach(key -> states.putIfAbsent(key, State.ADDED));
        return states;
    }

    private static Map<String, String> things(Topology topology) {
        Map<String, String> all = new LinkedHashMap<>();
        topology.edges().forEach(edge -> {
            all.put(edge.from(), "");
            all.put(edge.to(), "");
        });
        topology.services().forEach(service -> all.put("service/" + service.name(), service.toString()));
        topology.topics().forEach(topic -> all.put("topic/" + topic.name(), topic.toString()));
        topology.stores().forEach(store -> all.put("store/" + store.id(), store.toString()));
        return all;
    }

    private static Map<Arrow, String> arrows(Topology topology) {
        return topology.edges().stream()
                .collect(Collectors.toMap(
                        edge -> new Arrow(edge.from(), edge.to(), edge.kind()),
                        Topology.Edge::kind,
                        (one, other) -> one,
                        TreeMap::new));
    }

    /** What changed, and what is next to it. */
    Set<String> near() {
        Set<String> near = new TreeSet<>();
        nodes.forEach((node, state) -> {
            if (state != State.SAME) {
                near.add(node);
            }
        });
        Set<String> changed = Set.copyOf(near);
        edges.forEach((arrow, state) -> {
            if (state != State.SAME || changed.contains(arrow.from()) || changed.contains(arrow.to())) {
                near.add(arrow.from());
                near.add(arrow.to());
            }
        });
        return near;
    }

    /** Both as one diagram: https://mermaid.js.org/syntax/flowchart.html. */
    public String mermaid() {
        return new Diagram(this).text();
    }
}
