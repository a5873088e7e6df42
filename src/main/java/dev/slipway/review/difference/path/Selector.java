package dev.slipway.review.difference.path;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A selector of labels: https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/. */
record Selector(Map<String, Tree> labels, List<Tree> expressions) {
    private static final String NAME = "app.kubernetes.io/name";
    private static final String NAMESPACE = "kubernetes.io/metadata.name";

    static Selector of(Tree selector) {
        return new Selector(
                selector.get("matchLabels").fields(),
                selector.get("matchExpressions").items());
    }

    static Selector ofNamespace(String name) {
        return new Selector(Map.of(NAMESPACE, Tree.of(name)), List.of());
    }

    /** Each as text, sorted; the more there are, the fewer things fit. */
    List<String> requirements() {
        TreeSet<String> all = new TreeSet<>();
        labels.forEach((key, value) -> all.add(key + "=" + value.text()));
        for (Tree expression : expressions) {
            List<String> values =
                    expression.get("values").texts().stream().sorted().toList();
            String operator = expression.get("operator").text();
            String key = expression.get("key").text();
            all.add(
                    operator.equals("In") && values.size() == 1
                            ? key + "=" + values.get(0)
                            : (key + " " + operator + " " + String.join(", ", values)).strip());
        }
        return List.copyOf(all);
    }

    /** {@code order}, where that is the name; else all requirements. */
    @Override
    public String toString() {
        if (expressions.isEmpty() && labels.containsKey(NAME)) {
            return labels.getOrDefault(NAME, Tree.NOTHING).text();
        }
        if (expressions.isEmpty() && labels.size() == 1 && labels.containsKey(NAMESPACE)) {
            return labels.getOrDefault(NAMESPACE, Tree.NOTHING).text();
        }
        return String.join(" and ", requirements());
    }
}
