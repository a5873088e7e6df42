package dev.slipway.testing.golden;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values of a section, put together again to a tree and written as YAML. */
final class Node {
    private static final String ABSENT = "<none>";
    private static final String INDENT = "  ";
    private static final String ITEM = "- ";

    /** Up to which what an item of a list holds stays in one line. */
    private static final int LINE = 120;

    private final Map<String, Node> below = new TreeMap<>();
    private Optional<Tree> value = Optional.empty();

    /** Something further up says a value here, or below, and this section does not. */
    private boolean isExpected;

    static Node of(Section section) {
        Node root = new Node();
        section.values().forEach((path, value) -> root.at(path).value = Optional.of(value));
        section.common().forEach(root::expect);
        return root;
    }

    private Node at(List<String> path) {
        Node node = this;
        for (String step : path) {
            node = node.below.computeIfAbsent(step, absent -> new Node());
        }
        return node;
    }

    /** Follows a path as far as there are values, which is as far as it matters. */
    private void expect(List<String> path) {
        Node node = this;
        for (String step : path) {
            Node next = node.below.get(step);
            if (next == null) {
                node.isExpected = true;
                return;
            }
            node = next;
        }
        node.isExpected = node.value.isEmpty();
    }

    /** Whether nothing is left of what further up stands here and below. */
    private boolean isGone() {
        return !isExpected
                && value.map(tree -> !tree.exists()).orElse(true)
                && (value.isPresent() || !below.isEmpty())
                && below.values().stream().allMatch(Node::isGone);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        write("", false, lines);
        return lines;
    }

    private void write(String indent, boolean isInItem, List<String> lines) {
        value.ifPresent(itself -> write(indent, "(itself):", itself, lines));
        List<String> items =
                below.keySet().stream().filter(step -> step.startsWith(ITEM)).toList();
        boolean isList = items.size() == below.size() && value.isEmpty();
        below.forEach((step, node) -> {
            if (step.startsWith(ITEM)) {
                node.writeItem(indent, step, isList, lines);
            } else if (node.isGone()) {
                lines.add(indent + Yaml.key(step) + ": " + ABSENT);
            } else if (node.below.isEmpty()) {
                write(indent, Yaml.key(step) + ":", node.value.orElse(Tree.NOTHING), lines);
            } else {
                Optional<String> flow = isInItem || isItem(step) ? node.flow() : Optional.empty();
                if (flow.filter(text -> text.length() <= LINE).isPresent()) {
                    lines.add("%s%s: %s".formatted(indent, Yaml.key(step), flow.get()));
                } else {
                    lines.add(indent + Yaml.key(step) + ":");
                    node.write(indent + INDENT, isInItem || isItem(step), lines);
                }
            }
        });
    }

    private static boolean isItem(String step) {
        return step.startsWith("(");
    }

    /** In one line, where that says the same. */
    private Optional<String> flow() {
        if (below.isEmpty()) {
            return value.filter(tree -> tree.exists() && !tree.text().contains("\n"))
                    .map(Yaml::flow);
        }
        List<String> fields = new ArrayList<>();
        below.forEach((step, node) -> node.flow()
                .filter(text -> !step.startsWith(ITEM))
                .ifPresent(text -> fields.add(Yaml.key(step) + ": " + text)));
        return value.isEmpty() && fields.size() == below.size()
                ? Optional.of("{" + String.join(", ", fields) + "}")
                : Optional.empty();
    }

    private void writeItem(String indent, String step, boolean isList, List<String> lines) {
        long times = value.flatMap(Tree::number).orElse(0L);
        String item = step.substring(ITEM.length());
        if (!isList) {
            lines.add("%s%s: %s".formatted(indent, Yaml.key(item), times == 0 ? ABSENT : times));
        } else if (times == 0) {
            lines.add("%s- not: %s".formatted(indent, item));
        } else {
            lines.add("%s- %s%s".formatted(indent, item, times == 1 ? "" : " # %s times".formatted(times)));
        }
    }

    private static void write(String indent, String key, Tree value, List<String> lines) {
        if (!value.exists()) {
            lines.add("%s%s %s".formatted(indent, key, ABSENT));
        } else if (Yaml.isText(value) && Yaml.isBlock(value.text())) {
            lines.add("%s%s |%s".formatted(indent, key, value.text().endsWith("\n") ? "" : "-"));
            value.text().lines().forEach(line -> lines.add(line.isEmpty() ? "" : indent + INDENT + line));
        } else {
            lines.add("%s%s %s".formatted(indent, key, Yaml.flow(value)));
        }
    }
}
