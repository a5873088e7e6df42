package dev.slipway.plan.addon;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Values of charts: trees of maps, lists, texts, numbers and truth values. Maps are sorted, so that order says nothing. */
final class Values {
    /** As in Helm's {@code --set}: a dot that belongs to a key has a backslash before it. */
    private static final String PATH_SEPARATOR = "(?<!\\\\)\\.";

    private Values() {}

    /** A deep copy that nobody can change; what is no tree is kept as it is, for a check to refuse. */
    static Object copy(Object value) {
        if (value instanceof Map<?, ?> map) {
            return copyOf(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(Values::copy).toList()
                : requireNonNull(value, "value");
    }

    static SortedMap<String, Object> copyOf(Map<?, ?> map) {
        SortedMap<String, Object> copy = new TreeMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), copy(value)));
        return Collections.unmodifiableSortedMap(copy);
    }

    /** The tree with one more value at a path; what stands on the way and is no map gives way. */
    static SortedMap<String, Object> with(Map<?, ?> tree, String path, Object value) {
        List<String> keys = Stream.of(path.split(PATH_SEPARATOR, -1))
                .map(key -> key.replace("\\.", "."))
                .toList();
        return with(tree, keys, value);
    }

    private static SortedMap<String, Object> with(Map<?, ?> tree, List<String> keys, Object value) {
        SortedMap<String, Object> changed = new TreeMap<>(copyOf(tree));
        String key = keys.get(0);
        Object below = changed.get(key);
        Map<?, ?> branch = below instanceof Map<?, ?> map ? map : Map.of();
        changed.put(key, keys.size() == 1 ? copy(value) : with(branch, keys.subList(1, keys.size()), value));
        return Collections.unmodifiableSortedMap(changed);
    }

    /** Every value that is no map and no list, by the path that leads there. */
    static SortedMap<String, Object> leaves(Map<?, ?> tree) {
        SortedMap<String, Object> leaves = new TreeMap<>();
        tree.forEach((key, value) -> collect(String.valueOf(key), value, leaves));
        return leaves;
    }

    private static void collect(String path, Object value, SortedMap<String, Object> leaves) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> collect(path + "." + key, item, leaves));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                collect(path + "." + i, list.get(i), leaves);
            }
        } else {
            leaves.put(path, value);
        }
    }
}
