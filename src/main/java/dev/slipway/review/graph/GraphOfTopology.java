package dev.slipway.review.graph;

import dev.slipway.review.graph.Node.Line;
import dev.slipway.review.graph.Node.Sort;
import dev.slipway.review.topology.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Draws a topology: what a service has for itself stands in its box, what connects services is a box or an arrow. */
final class GraphOfTopology {
    private static final Comparator<Edge> ORDER =
            Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::style);

    private final Topology topology;
    private final boolean isDetailed;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final List<Edge> edges = new ArrayList<>();

    GraphOfTopology(Topology topology, boolean isDetailed) {
        this.topology = topology;
        this.isDetailed = isDetailed;
    }

    Graph graph() {
        topology.services().forEach(this::add);
        topology.edges().forEach(this::add);
        return new Graph(
                List.copyOf(nodes.values()),
                edges.stream().distinct().sorted(ORDER).toList());
    }

    private void add(Topology.Service service) {
        String id = "service/" + service.name();
        List<Line> lines = new ArrayList<>();
        if (isDetailed) {
            lines.add(line(replicas(service)));
        }
        for (Topology.Edge edge : topology.edges()) {
            if (edge.to().equals(id) && edge.kind().equals("routes")) {
                lines.add(line(edge.from().substring("route".length())));
            }
        }
        for (Topology.Store store : topology.stores()) {
            if (isOwn(store, service)) {
                lines.add(line(named(store, store.id().substring(service.name().length() + 1))));
            }
        }
        nodes.put(id, new Node(id, Sort.SERVICE, service.name(), lines, Change.NONE));
    }

    private static String replicas(Topology.Service service) {
        if (service.min() == service.max()) {
            return "%s replica%s".formatted(service.min(), service.min() == 1 ? "" : "s");
        }
        return service.min() == 0 ? "a job" : "%s to %s replicas".formatted(service.min(), service.max());
    }

    private String named(Topology.Store store, String name) {
        return isDetailed && !store.provider().isEmpty() ? "%s: %s".formatted(name, store.provider()) : name;
    }

    private static boolean isOwn(Topology.Store store, Topology.Service service) {
        return store.id().startsWith(service.name() + "/");
    }

    private void add(Topology.Edge edge) {
        if (edge.kind().equals("routes") || isToOwnStore(edge)) {
            return;
        }
        node(edge.from());
        node(edge.to());
        edges.add(new Edge(edge.from(), edge.to(), style(edge.kind()), Change.NONE));
    }

    private boolean isToOwnStore(Topology.Edge edge) {
        return edge.to().startsWith("store/" + edge.from().substring(edge.from().indexOf('/') + 1) + "/");
    }

    private static Edge.Style style(String kind) {
        return switch (kind) {
            case "publishes", "consumes" -> Edge.Style.EVENTS;
            case "materializes" -> Edge.Style.STATE;
            default -> Edge.Style.REQUESTS;
        };
    }

    private void node(String id) {
        String name = id.substring(id.indexOf('/') + 1);
        nodes.computeIfAbsent(id, missing -> switch (id.substring(0, id.indexOf('/'))) {
            case "topic" -> new Node(id, Sort.TOPIC, name, detailsOfTopic(name), Change.NONE);
            case "store" -> new Node(id, Sort.STORE, title(name), List.of(), Change.NONE);
            case "service" -> new Node(id, Sort.SERVICE, name, List.of(), Change.NONE);
            case "namespace" -> new Node(id, Sort.OUTSIDE, "namespace " + name, List.of(), Change.NONE);
            default -> new Node(id, Sort.OUTSIDE, name, List.of(), Change.NONE);
        });
    }

    /** {@code bucket/invoices}. */
    private String title(String store) {
        return topology.stores().stream()
                .filter(known -> known.id().equals(store))
                .findFirst()
                .map(known -> named(known, store.replace('/', ' ')))
                .orElse(store);
    }

    private List<Line> detailsOfTopic(String name) {
        return topology.topics().stream()
                .filter(topic -> isDetailed && topic.name().equals(name))
                .map(topic ->
                        line("%s partitions%s".formatted(topic.partitions(), topic.compacted() ? ", compacted" : "")))
                .toList();
    }

    private static Line line(String text) {
        return new Line(text, Change.NONE);
    }
}
