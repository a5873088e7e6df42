package dev.slipway.acceptance.deployment;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a service says of a property of a resource.
 *
 * @param path of the property in the template
 * @param actual a text, a list or a map
 * @param like what the template says, in the form of the answer
 */
record Answer(String path, Object actual, UnaryOperator<Object> like) {
    /** A plain value, compared as text. */
    static Answer of(String path, Object actual) {
        return new Answer(path, actual instanceof List<?> list ? texts(list) : String.valueOf(actual), value -> value);
    }

    /** A list whose order says nothing. */
    static Answer anyOrder(String path, Collection<?> actual) {
        return new Answer(path, sorted(actual), value -> sorted((Collection<?>) value));
    }

    static Object sorted(Collection<?> items) {
        return texts(items).stream().sorted().toList();
    }

    private static List<String> texts(Collection<?> items) {
        return items.stream().map(String::valueOf).toList();
    }
}
