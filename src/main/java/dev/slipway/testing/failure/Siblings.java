package dev.slipway.testing.failure;

import dev.slipway.review.Tree;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands beside a path that leads nowhere, from the last step on that it leads somewhere. */
final class Siblings {
    /** A field or index, or in brackets a field whose name holds dots. */
    private static final Pattern STEP = Pattern.compile("\\[[^]]*]|[^.\\[]+");

    private Siblings() {}

    static Failure of(Failure failure, Tree root, String path) {
        Matcher steps = STEP.matcher(path);
        String above = "";
        Tree tree = root;
        while (steps.find()) {
            Tree below = tree.at(steps.group());
            if (!below.exists()) {
                return beside(failure, tree, above, steps.group().replaceAll("^\\[|]$", ""));
            }
            tree = below;
            above = path.substring(0, steps.end());
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
