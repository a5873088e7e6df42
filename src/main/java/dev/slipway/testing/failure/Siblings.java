package dev.slipway.testing.failure;

import dev.slipway.review.Tree;
import java.util.Set;

/** What stands beside a path that leads nowhere, from the last step on that it leads somewhere. */
final class Siblings {
    private Siblings() {}

    static Failure of(Failure failure, Tree root, String path) {
        String above = "";
        String rest = path;
        Tree tree = root;
        while (!rest.isEmpty()) {
            int dot = rest.indexOf('.');
            String step = dot < 0 ? rest : rest.substring(0, dot);
            Tree below = tree.at(step);
            if (!below.exists()) {
                return beside(failure, tree, above, step);
            }
            tree = below;
            above = above.isEmpty() ? step : above + "." + step;
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return failure;
    }

    private static Failure beside(Failure failure, Tree tree, String above, String step) {
        Set<String> fields = tree.fields().keySet();
        String place = above.isEmpty() ? "At the top there is" : "At %s there is".formatted(above);
        if (fields.isEmpty()) {
            int items = tree.items().size();
            return failure.line(place)
                    .value(
                            items > 0
                                    ? "a list of %s".formatted(items)
                                    : tree.toString().equals("null") ? "nothing" : tree.toString());
        }
        return failure.line(place).names(fields).nearest(step, fields);
    }
}
