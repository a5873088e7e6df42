package dev.slipway.review.change.field;

import dev.slipway.review.Tree;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A value with nothing below it, or a function.
 *
 * @param path as of {@link FieldDifference}, items of lists by their index
 */
public record Leaf(String path, Tree value) {
    /** Those of a tree, in its order. */
    public static Stream<Leaf> of(Tree tree) {
        return below("", tree);
    }

    private static Stream<Leaf> below(String path, Tree tree) {
        if (Functions.isOne(tree)) {
            return Stream.of(new Leaf(path, tree));
        }
        if (!tree.fields().isEmpty()) {
            return tree.fields().entrySet().stream()
                    .flatMap(field -> below(Differences.below(path, field.getKey()), field.getValue()));
        }
        if (!tree.items().isEmpty()) {
            return IntStream.range(0, tree.items().size())
                    .boxed()
                    .flatMap(index ->
                            below("%s[%s]".formatted(path, index), tree.items().get(index)));
        }
        return Stream.of(new Leaf(path, tree));
    }
}
