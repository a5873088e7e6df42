package dev.slipway.acceptance.mutation;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Every field dropped, misspelt and given a value of another type; every list with an entry twice. */
final class Fields {
    private Fields() {}

    static Stream<Mutation> of(Subject subject, Place place) {
        Tree tree = subject.tree();
        if (place.isRoot()) {
            return Stream.of(
                    new Mutation(subject, Operator.DROP, "", List.of()),
                    new Mutation(subject, Operator.DUPLICATE, "", List.of(tree, tree)));
        }
        List<Mutation> all = new ArrayList<>();
        all.add(Mutation.of(subject, Operator.DROP, place.path(), Plain.without(tree, place.steps())));
        if (!place.isEntry()) {
            String name = misspelt(place.last());
            all.add(Mutation.of(subject, Operator.MISSPELL, place.path(), Plain.renamed(tree, place.steps(), name)));
        }
        Object other = place.isFunction() ? Map.of("not", "a text") : retyped(place.value());
        all.add(Mutation.of(subject, Operator.RETYPE, place.path(), Plain.set(tree, place.steps(), other)));
        if (!place.value().items().isEmpty()) {
            List<Tree> twice = new ArrayList<>(place.value().items());
            twice.add(twice.get(0));
            all.add(Mutation.of(subject, Operator.DUPLICATE, place.path(), Plain.set(tree, place.steps(), twice)));
        }
        return all.stream();
    }

    /** Without a letter in its middle; short ones with one more. */
    private static String misspelt(String name) {
        int middle = name.length() / 2;
        return name.length() > 3 ? name.substring(0, middle) + name.substring(middle + 1) : name + "s";
    }

    private static Object retyped(Tree value) {
        boolean isText = !value.isObject()
                && !value.isList()
                && value.number().isEmpty()
                && !value.text().matches("true|false");
        return isText ? Map.of("not", "a text") : "of another type";
    }
}
