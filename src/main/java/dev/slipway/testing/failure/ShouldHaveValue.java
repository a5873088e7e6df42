package dev.slipway.testing.failure;

import dev.slipway.review.Tree;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another value than the expected one stands at a path, or none. */
public final class ShouldHaveValue {
    private ShouldHaveValue() {}

    /**
     * The failure.
     *
     * @param owner {@code Deployment order in prod/order.k8s.yaml}
     * @param root of the path
     * @param verb {@code to have at}, or {@code to contain at}
     */
    public static Failure shouldHaveValue(
            String owner, Tree root, String path, String verb, Tree expected, Optional<String> declared) {
        Tree actual = at(root, path);
        Failure failure = expecting(owner, actual, path, verb, expected);
        return (actual.exists() ? failure : Siblings.of(failure, root, path)).declared(declared);
    }

    /**
     * The failure of a list that must have an item.
     *
     * @param nearest the path at which the item differs that is most like it
     */
    public static Failure shouldHaveItem(
            String owner, Tree root, String path, Tree item, Optional<String> nearest, Optional<String> declared) {
        Tree actual = at(root, path);
        Failure failure = expecting(owner, actual, path, "to have in the list at", item);
        if (!actual.exists()) {
            return Siblings.of(failure, root, path).declared(declared);
        }
        nearest.ifPresent(place -> failure.line("The nearest has at " + place).value(valueOf(at(root, place))));
        if (!item.text().isEmpty()) {
            failure.nearest(
                    item.text(),
                    actual.texts().stream().filter(text -> !text.isEmpty()).toList());
        }
        return failure.declared(declared);
    }

    private static Failure expecting(String owner, Tree actual, String path, String verb, Tree expected) {
        return Failure.expecting(owner)
                .line(path.isEmpty() ? verb.replaceAll(" at$", "") : "%s %s".formatted(verb, path))
                .value(expected.toString())
                .line("but there is")
                .value(valueOf(actual));
    }

    private static String valueOf(Tree tree) {
        return tree.exists() ? tree.toString() : "nothing";
    }

    /** The failure of a path that must lead somewhere. */
    public static Failure shouldHave(String owner, Tree root, String path, Optional<String> declared) {
        Failure failure =
                Failure.expecting(owner).line("to have something at " + path).line("but there is nothing");
        return Siblings.of(failure, root, path).declared(declared);
    }

    /** The failure of a path that must lead nowhere. */
    public static Failure shouldNotHave(String owner, Tree root, String path, Optional<String> declared) {
        return Failure.expecting(owner)
                .line("to have nothing at " + path)
                .line("but there is")
                .value(at(root, path).toString())
                .declared(declared);
    }

    private static Tree at(Tree root, String path) {
        return path.isEmpty() ? root : root.at(path);
    }

    /** What stands beside a path that leads nowhere, from the last step on that it leads somewhere. */
    private static final class Siblings {
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
}
