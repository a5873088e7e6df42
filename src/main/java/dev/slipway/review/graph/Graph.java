package dev.slipway.review.graph;

import dev.slipway.review.topology.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A picture of an environment: services with what they keep for themselves, topics between them, and what is outside.
 *
 * <pre>{@code
 * Graph before = Graph.of(Topology.of(old, "prod").orElseThrow());
 * Graph after = Graph.of(Topology.of(fresh, "prod").orElseThrow());
 * Mermaid.of(Graph.difference(before, after))
 * }</pre>
 */
public record Graph(List<Node> nodes, List<Edge> edges) {
    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /** Of an environment, with the number of replicas and who provides each store. */
    public static Graph of(Topology topology) {
        return new GraphOfTopology(topology, true).graph();
    }

    /** Of the platform whatever the environment: without what differs between them. */
    public static Graph ofPlatform(Topology topology) {
        return new GraphOfTopology(topology, false).graph();
    }

    /** Both in one: what was added, what was removed, what changed. */
    public static Graph difference(Graph before, Graph after) {
        Map<String, Node> old = new LinkedHashMap<>();
        before.nodes.forEach(node -> old.put(node.id(), node));
        List<Node> nodes = new ArrayList<>();
        for (Node node : after.nodes) {
            Node was = old.remove(node.id());
            nodes.add(was == null ? node.with(Change.ADDED) : node.comparedWith(was));
        }
        old.values().forEach(node -> nodes.add(node.with(Change.REMOVED)));
        List<Edge> edges = new ArrayList<>();
        after.edges.forEach(edge -> edges.add(before.has(edge) ? edge : edge.with(Change.ADDED)));
        before.edges.stream().filter(edge -> !after.has(edge)).forEach(edge -> edges.add(edge.with(Change.REMOVED)));
        return new Graph(nodes, edges);
    }

    private boolean has(Edge edge) {
        return edges.stream().anyMatch(edge::isBetween);
    }

    public boolean isChanged() {
        return nodes.stream().anyMatch(node -> node.change() != Change.NONE)
                || edges.stream().anyMatch(edge -> edge.change() != Change.NONE);
    }

    /** What changes alone, and what it is connected with. */
    public Graph changes() {
        Set<String> shown = new LinkedHashSet<>();
        nodes.stream().filter(node -> node.change() != Change.NONE).forEach(node -> shown.add(node.id()));
        List<Edge> kept = edges.stream()
                .filter(edge ->
                        edge.change() != Change.NONE || shown.contains(edge.from()) || shown.contains(edge.to()))
                .toList();
        kept.forEach(edge -> {
            shown.add(edge.from());
            shown.add(edge.to());
        });
        return new Graph(
                nodes.stream().filter(node -> shown.contains(node.id())).toList(), kept);
    }
}
