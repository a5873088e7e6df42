package dev.slipway.review.network;

import dev.slipway.review.Tree;
import java.util.List;

/**
 * A label selector: an empty one takes all. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/
 *
 * <pre>{@code
 * new Selector(policy.at("spec.podSelector")).takes(order.labels())
 * }</pre>
 */
public record Selector(Tree tree) {
    /** Whether it takes what has these labels. */
    public boolean takes(Tree labels) {
        return tree.get("matchLabels").fields().entrySet().stream()
                        .allMatch(label -> labels.get(label.getKey()).equals(label.getValue()))
                && tree.get("matchExpressions").items().stream().allMatch(expression -> meets(expression, labels));
    }

    private static boolean meets(Tree expression, Tree labels) {
        Tree label = labels.get(expression.get("key").text());
        List<String> values = expression.get("values").texts();
        return switch (expression.get("operator").text()) {
            case "In" -> label.exists() && values.contains(label.text());
            case "NotIn" -> !label.exists() || !values.contains(label.text());
            case "Exists" -> label.exists();
            case "DoesNotExist" -> !label.exists();
            default -> false;
        };
    }
}
