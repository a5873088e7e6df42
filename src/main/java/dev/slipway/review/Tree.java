package dev.slipway.review;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON or YAML value that cannot change: an object, a list, a text, a number, a truth value, or nothing.
 *
 * <pre>{@code
 * tree.get("spec").get("replicas").number()
 * tree.at("spec.template.spec.containers.0.image").text()
 * }</pre>
 */
public final class Tree {
    /** What a path that leads nowhere leads to. */
    public static final Tree NOTHING = new Tree(null);

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");

    private final @Nullable Object value;

    private Tree(@Nullable Object value) {
        this.value = value;
    }

    /** A deep copy of maps, lists and plain values, and of trees among them. */
    public static Tree of(@Nullable Object value) {
        return value == null ? NOTHING : value instanceof Tree tree ? tree : new Tree(frozen(value));
    }

    private static Object frozen(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Tree> copy = new LinkedHashMap<>();
            map.forEach((key, item) -> copy.put(String.valueOf(key), of(item)));
            return Collections.unmodifiableMap(copy);
        }
        if (value instanceof List<?> list) {
            List<Tree> copy = new ArrayList<>();
            list.forEach(item -> copy.add(of(item)));
            return Collections.unmodifiableList(copy);
        }
        return value;
    }

    /**
     * A JSON text as a tree; {@link #NOTHING} where it is none.
     *
     * <pre>{@code
     * Tree.ofJson("{\"replicas\": 2}").get("replicas").number()
     * }</pre>
     */
    public static Tree ofJson(String text) {
        try {
            return Parsing.json("text", text);
        } catch (IllegalArgumentException e) {
            return NOTHING;
        }
    }

    /**
     * A YAML text as a tree, such as a reader of a manifest expects it.
     *
     * <pre>{@code
     * assertThat(prod).manifest("Deployment", "order").hasField("spec.strategy", Tree.ofYaml("{type: Recreate}"));
     * }</pre>
     *
     * @throws IllegalArgumentException where it is none
     */
    public static Tree ofYaml(String text) {
        return Parsing.yaml("text", text);
    }

    /** The field of an object, or {@link #NOTHING}. */
    public Tree get(String field) {
        return fields().getOrDefault(field, NOTHING);
    }

    /**
     * The value at the end of a path of fields and indices, parted by dots, or {@link #NOTHING}. A field whose name holds
     * dots stands in brackets: {@code metadata.labels[app.kubernetes.io/name]}.
     */
    public Tree at(String path) {
        if (path.indexOf('[') < 0) {
            return atDots(path);
        }
        Tree tree = this;
        int start = 0;
        while (start <= path.length()) {
            boolean isQuoted = path.startsWith("[", start);
            int end = isQuoted ? path.indexOf(']', start) : endOfStep(path, start);
            if (end < 0) {
                return NOTHING;
            }
            tree = tree.step(path.substring(isQuoted ? start + 1 : start, end));
            int next = isQuoted ? end + 1 : end;
            start = next < path.length() && path.charAt(next) == '[' ? next : next + 1;
        }
        return tree;
    }

    /** The same without brackets, which is what nearly every path is. */
    private Tree atDots(String path) {
        Tree tree = this;
        int start = 0;
        for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', start)) {
            tree = tree.step(path.substring(start, dot));
            start = dot + 1;
        }
        return tree.step(path.substring(start));
    }

    private static int endOfStep(String path, int start) {
        int end = start;
        while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
            end++;
        }
        return end;
    }

    private Tree step(String step) {
        return value instanceof List<?> && !step.isEmpty() && step.chars().allMatch(Character::isDigit)
                ? item(Integer.parseInt(step))
                : get(step);
    }

    private Tree item(int index) {
        List<Tree> items = items();
        return index < items.size() ? items.get(index) : NOTHING;
    }

    public boolean exists() {
        return value != null;
    }

    /** Whether it is an object, if an empty one. */
    public boolean isObject() {
        return value instanceof Map;
    }

    /** Whether it is a list, if an empty one. */
    public boolean isList() {
        return value instanceof List;
    }

    /** The fields of an object, in their order; none for anything else. */
    @SuppressWarnings("unchecked") // frozen() makes no other maps
    public Map<String, Tree> fields() {
        return value instanceof Map ? (Map<String, Tree>) value : Map.of();
    }

    /** The items of a list; none for anything else. */
    @SuppressWarnings("unchecked") // frozen() makes no other lists
    public List<Tree> items() {
        return value instanceof List ? (List<Tree>) value : List.of();
    }

    /** A plain value as text; empty for objects, lists and nothing. */
    public String text() {
        return value == null || value instanceof Map || value instanceof List ? "" : String.valueOf(value);
    }

    /** A whole number, where it is one or a text of one. */
    public Optional<Long> number() {
        return value instanceof Integer
                        || value instanceof Long
                        || WHOLE.matcher(text()).matches()
                ? Optional.of(Long.valueOf(text()))
                : Optional.empty();
    }

    public boolean isTrue() {
        return text().equals("true");
    }

    /** The texts of a list; of a single text, that one. */
    public List<String> texts() {
        return value instanceof List
                ? items().stream().map(Tree::text).toList()
                : exists() ? List.of(text()) : List.of();
    }

    /** Itself and everything below it. */
    public Stream<Tree> all() {
        List<Tree> all = new ArrayList<>();
        collect(all);
        return all.stream();
    }

    private void collect(List<Tree> all) {
        all.add(this);
        fields().values().forEach(below -> below.collect(all));
        items().forEach(below -> below.collect(all));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Tree tree && java.util.Objects.equals(value, tree.value));
    }

    @Override
    public int hashCode() {
        return java.util.Objects.hashCode(value);
    }

    /** As JSON with the fields of objects sorted, on one line. */
    @Override
    public String toString() {
        if (value instanceof Map) {
            List<String> parts = new ArrayList<>();
            new TreeSet<>(fields().keySet()).forEach(key -> parts.add(quoted(key) + ":" + get(key)));
            return "{" + String.join(",", parts) + "}";
        }
        if (value instanceof List) {
            return items().toString();
        }
        return value instanceof String ? quoted(text()) : String.valueOf(value);
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
