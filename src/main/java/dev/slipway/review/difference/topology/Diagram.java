package dev.slipway.review.difference.topology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes a change of a topology in Mermaid: what is added is green, what is removed red and dashed, what changed yellow. */
final class Diagram {
    /** With more nodes than this, those far from any change are left out. */
    private static final int LEGIBLE = 40;

    private static final Map<String, List<String>> SHAPES = new TreeMap<>(Map.of(
            "service", List.of("[", "]"),
            "topic", List.of("([", "])"),
            "store", List.of("[(", ")]"),
            "host", List.of("{{", "}}"),
            "route", List.of(">", "]"),
            "namespace", List.of("[[", "]]")));

    private final TopologyChange change;
    private final Set<String> shown;
    private final Map<String, String> ids = new TreeMap<>();
    private final StringBuilder text = new StringBuilder("flowchart LR\n");

    Diagram(TopologyChange change) {
        this.change = change;
        this.shown = change.nodes().size() > LEGIBLE
                ? change.near()
                : new TreeSet<>(change.nodes().keySet());
    }

    String text() {
        shown.stream().sorted(Comparator.naturalOrder()).forEach(this::node);
        List<String> styles = new ArrayList<>();
        List<TopologyChange.Arrow> arrows = change.edges().keySet().stream()
                .filter(arrow -> shown.contains(arrow.from()) && shown.contains(arrow.to()))
                .toList();
        for (int i = 0; i < arrows.size(); i++) {
            State state = change.edges().getOrDefault(arrows.get(i), State.SAME);
            edge(arrows.get(i), state);
            if (state == State.ADDED) {
                styles.add("  linkStyle %s stroke:#1a7f37,stroke-width:3px\n".formatted(i));
            } else if (state == State.REMOVED) {
                styles.add("  linkStyle %s stroke:#cf222e,stroke-width:2px\n".formatted(i));
            }
        }
        styles.forEach(text::append);
        text.append("  classDef added stroke:#1a7f37,stroke-width:3px\n");
        text.append("  classDef removed stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 5\n");
        text.append("  classDef changed stroke:#9a6700,stroke-width:3px\n");
        int left = change.nodes().size() - shown.size();
        if (left > 0) {
            text.append("  %% %s unchanged nodes are left out\n".formatted(left));
        }
        return text.toString();
    }

    private void node(String node) {
        String sort = node.substring(0, Math.max(0, node.indexOf('/')));
        String id = "n" + ids.size();
        ids.put(node, id);
        List<String> shape = SHAPES.getOrDefault(sort, List.of("[", "]"));
        State state = change.nodes().getOrDefault(node, State.SAME);
        String mark =
                switch (state) {
                    case ADDED -> "+ ";
                    case REMOVED -> "− ";
                    case CHANGED -> "~ ";
                    case SAME -> "";
                };
        String name = sort.equals("route") ? node.substring(sort.length()) : node.substring(node.indexOf('/') + 1);
        text.append("  %s%s\"%s\"%s%s\n".formatted(id, shape.get(0), mark + escaped(name), shape.get(1), style(state)));
    }

    private static String style(State state) {
        return switch (state) {
            case ADDED -> ":::added";
            case REMOVED -> ":::removed";
            case CHANGED -> ":::changed";
            case SAME -> "";
        };
    }

    private void edge(TopologyChange.Arrow arrow, State state) {
        String line =
                switch (state) {
                    case ADDED -> "==>";
                    case REMOVED -> "-.->";
                    case SAME, CHANGED -> "-->";
                };
        text.append(
                "  %s %s|%s| %s\n".formatted(ids.get(arrow.from()), line, escaped(arrow.kind()), ids.get(arrow.to())));
    }

    /** Whatever could end a label, or is markup in it, as an entity of Mermaid. */
    private static String escaped(String label) {
        StringBuilder safe = new StringBuilder();
        label.codePoints().forEach(point -> {
            boolean isPlain = Character.isLetterOrDigit(point) || " -_./:@".indexOf(point) >= 0;
            safe.append(isPlain ? Character.toString(point) : "#" + point + ";");
        });
        return safe.toString();
    }
}
