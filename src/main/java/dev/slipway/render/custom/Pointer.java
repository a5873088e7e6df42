package dev.slipway.render.custom;

import dev.slipway.plan.check.Nearest;
import dev.slipway.review.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A JSON pointer: https://www.rfc-editor.org/rfc/rfc6901.
 *
 * @param steps names of fields, and numbers of items
 */
record Pointer(List<String> steps) {
    /** One past the last item of a list, where only something new can stand. */
    private static final String END = "-";

    static Pointer of(String text) {
        String path = text.startsWith("/") ? text.substring(1) : text;
        return new Pointer(Arrays.stream(path.split("/", -1))
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList());
    }

    /** As the CDK takes paths of overrides: parted by dots, with a dot within a name escaped. */
    String dotted() {
        return steps.stream().map(step -> step.replace(".", "\\.")).collect(Collectors.joining("."));
    }

    String last() {
        return steps.get(steps.size() - 1);
    }

    Tree parentIn(Tree tree) {
        Tree parent = tree;
        for (String step : steps.subList(0, steps.size() - 1)) {
            parent = step(parent, step);
        }
        return parent;
    }

    /** What keeps an operation from being done, as the end of a sentence; nothing where it can be done. */
    Optional<String> obstacle(Tree tree, Patch.Operation operation) {
        Tree at = tree;
        StringBuilder way = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            String step = steps.get(i);
            boolean isLast = i == steps.size() - 1;
            if (isLast && operation == Patch.Operation.ADD) {
                return canTake(at, step) ? Optional.empty() : Optional.of(nothing(at, step, way));
            }
            Tree next = step(at, step);
            if (!next.exists()) {
                return Optional.of(nothing(at, step, way));
            }
            way.append('/').append(step);
            at = next;
        }
        return Optional.empty();
    }

    private static boolean canTake(Tree parent, String step) {
        if (!isList(parent)) {
            return !parent.fields().isEmpty() || parent.toString().equals("{}");
        }
        return step.equals(END)
                || (isIndex(step) && Integer.parseInt(step) <= parent.items().size());
    }

    private static String nothing(Tree at, String step, StringBuilder way) {
        String place = way.isEmpty() ? "it" : way.toString();
        if (isList(at)) {
            return "%s has %s items, and no item %s."
                    .formatted(place, at.items().size(), step);
        }
        if (at.fields().isEmpty()) {
            return "%s has no fields.".formatted(place);
        }
        String near = Nearest.to(step, at.fields().keySet())
                .map("; did you mean %s?"::formatted)
                .orElseGet(() -> ", only " + String.join(", ", at.fields().keySet()) + ".");
        return "%s has no %s%s".formatted(place, step, near);
    }

    private static Tree step(Tree tree, String step) {
        if (!isList(tree)) {
            return tree.get(step);
        }
        return isIndex(step) && Integer.parseInt(step) < tree.items().size()
                ? tree.items().get(Integer.parseInt(step))
                : Tree.NOTHING;
    }

    static boolean isList(Tree tree) {
        return !tree.items().isEmpty() || tree.toString().equals("[]");
    }

    private static boolean isIndex(String step) {
        return step.matches("0|[1-9][0-9]{0,8}");
    }
}
