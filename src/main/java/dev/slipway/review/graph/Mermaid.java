package dev.slipway.review.graph;

import dev.slipway.review.graph.Node.Sort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A picture as Mermaid, which GitHub and many others draw: what is added is green, what is removed red and dashed. */
public final class Mermaid {
    private static final Map<Change, String> CLASSES = classes();

    private static final Map<Change, String> LINKS = links();

    private Mermaid() {}

    /** A flowchart, without a fence around it. */
    public static String of(Graph graph) {
        StringBuilder text = new StringBuilder("flowchart LR\n");
        Map<String, String> ids = ids(graph);
        graph.nodes()
                .forEach(node -> text.append("  %s%s%s\n"
                        .formatted(
                                ids.get(node.id()),
                                shaped(node),
                                CLASSES.containsKey(node.change()) ? ":::" + word(node.change()) : "")));
        graph.edges()
                .forEach(edge -> text.append(
                        "  %s %s %s\n".formatted(ids.get(edge.from()), arrow(edge.style()), ids.get(edge.to()))));
        CLASSES.forEach((change, style) -> {
            if (graph.nodes().stream().anyMatch(node -> node.change() == change)) {
                text.append("  classDef %s %s\n".formatted(word(change), style));
            }
        });
        LINKS.forEach((change, style) -> {
            List<String> numbers = new ArrayList<>();
            for (int i = 0; i < graph.edges().size(); i++) {
                if (graph.edges().get(i).change() == change) {
                    numbers.add(String.valueOf(i));
                }
            }
            if (!numbers.isEmpty()) {
                text.append("  linkStyle %s %s\n".formatted(String.join(",", numbers), style));
            }
        });
        return text.toString();
    }

    private static String word(Change change) {
        return change.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** Numbered, as words such as {@code end} mean something in Mermaid, and names may differ in what it cannot have. */
    private static Map<String, String> ids(Graph graph) {
        Map<String, String> ids = new LinkedHashMap<>();
        graph.nodes().forEach(node -> ids.put(node.id(), "n" + ids.size()));
        return ids;
    }

    private static String shaped(Node node) {
        String label = '"'
                + String.join(
                        "<br/>", node.texts().stream().map(Mermaid::escaped).toList())
                + '"';
        if (node.sort() == Sort.TOPIC) {
            return "([%s])".formatted(label);
        }
        if (node.sort() == Sort.STORE) {
            return "[(%s)]".formatted(label);
        }
        return node.sort() == Sort.SERVICE ? "[%s]".formatted(label) : "{{%s}}".formatted(label);
    }

    /** What would end the text, or begin markup in it. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "#quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("`", "'");
    }

    private static String arrow(Edge.Style style) {
        return switch (style) {
            case EVENTS -> "-->";
            case STATE -> "-.->";
            case REQUESTS -> "==>";
        };
    }

    private static Map<Change, String> classes() {
        Map<Change, String> styles = new LinkedHashMap<>();
        styles.put(Change.ADDED, "stroke:#1a7f37,stroke-width:2px,color:#1a7f37");
        styles.put(Change.REMOVED, "stroke:#cf222e,stroke-width:2px,color:#cf222e,stroke-dasharray:5 5");
        styles.put(Change.CHANGED, "stroke:#9a6700,stroke-width:2px");
        return styles;
    }

    private static Map<Change, String> links() {
        Map<Change, String> styles = new LinkedHashMap<>();
        styles.put(Change.ADDED, "stroke:#1a7f37,stroke-width:2px");
        styles.put(Change.REMOVED, "stroke:#cf222e,stroke-width:2px,stroke-dasharray:5 5");
        return styles;
    }
}
