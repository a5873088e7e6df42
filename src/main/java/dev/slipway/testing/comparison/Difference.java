package dev.slipway.testing.comparison;

import dev.slipway.review.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The first place at which a value is not what is expected of it, as deep as it lies.
 *
 * @param expected there; {@link Tree#NOTHING} where something stands that must not
 */
public record Difference(String path, Tree expected) {
    /** Equal as JSON: a number is one whatever class holds it. */
    public static boolean same(Tree actual, Tree expected) {
        // those of different texts are not equal, which spares writing most of them as JSON
        return actual.equals(expected)
                || (actual.text().equals(expected.text()) && actual.toString().equals(expected.toString()));
    }

    /** Where something is missing, other or too much. */
    public static Optional<Difference> of(Tree actual, Tree expected, String path) {
        if (same(actual, expected)) {
            return Optional.empty();
        }
        if (haveFields(actual, expected)) {
            Stream<String> names =
                    Stream.concat(expected.fields().keySet().stream(), actual.fields().keySet().stream());
            return first(names, name -> of(actual.get(name), expected.get(name), below(path, name)));
        }
        List<Integer> others = others(actual.items(), expected.items());
        boolean areObjects = others.stream()
                .allMatch(
                        i -> haveFields(actual.items().get(i), expected.items().get(i)));
        return others.isEmpty() || !areObjects
                ? Optional.of(new Difference(path, expected))
                : first(
                        others.stream(),
                        i -> of(actual.items().get(i), expected.items().get(i), below(path, String.valueOf(i))));
    }

    /** Where something that must at least be there is not. */
    public static Optional<Difference> ofPart(Tree actual, Tree expected, String path) {
        if (!expected.fields().isEmpty()) {
            return first(
                    expected.fields().keySet().stream(),
                    name -> ofPart(actual.get(name), expected.get(name), below(path, name)));
        }
        List<Tree> wanted = expected.items();
        List<Tree> there = actual.items();
        if (wanted.isEmpty() || wanted.size() != there.size()) {
            return same(actual, expected) ? Optional.empty() : Optional.of(new Difference(path, expected));
        }
        return first(
                IntStream.range(0, wanted.size()).boxed(),
                i -> ofPart(there.get(i), wanted.get(i), below(path, String.valueOf(i))));
    }

    /** Where that item of a list which has most of the fields that are expected of one lacks another; none where none has any. */
    public static Optional<Difference> ofNearest(Tree list, Tree expected, String path) {
        List<Tree> items = list.items();
        return IntStream.range(0, items.size())
                .boxed()
                .filter(i -> common(items.get(i), expected) > 0)
                .max(Comparator.<Integer>comparingLong(i -> common(items.get(i), expected))
                        .thenComparing(Comparator.reverseOrder()))
                .flatMap(i -> ofPart(items.get(i), expected, below(path, String.valueOf(i))));
    }

    private static long common(Tree item, Tree expected) {
        return expected.fields().entrySet().stream()
                .filter(field ->
                        ofPart(item.get(field.getKey()), field.getValue(), "").isEmpty())
                .count();
    }

    private static <T> Optional<Difference> first(Stream<T> steps, Function<T, Optional<Difference>> difference) {
        return steps.flatMap(step -> difference.apply(step).stream()).findFirst();
    }

    private static boolean haveFields(Tree actual, Tree expected) {
        return !actual.fields().isEmpty() && !expected.fields().isEmpty();
    }

    /** Which items of two lists of one length are not the same. */
    private static List<Integer> others(List<Tree> actual, List<Tree> expected) {
        return actual.size() == expected.size()
                ? IntStream.range(0, actual.size())
                        .filter(i -> !same(actual.get(i), expected.get(i)))
                        .boxed()
                        .toList()
                : List.of();
    }

    private static String below(String path, String step) {
        String quoted = step.contains(".") ? "[" + step + "]" : step;
        return path.isEmpty() ? quoted : step.contains(".") ? path + quoted : path + "." + quoted;
    }
}
