package dev.slipway.testing.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A tree as its leaves, each with the steps that lead to it; items of lists are found by what they are called or hold, not by number. */
final class Leaves {
    /** A value that is there and empty, which is something else than one that is not there. */
    private static final Tree NULL = Tree.of("<null>");

    /** Up to which a list of plain values stays in one line. */
    private static final int LINE = 100;

    private static final List<String> KEYS = List.of("name", "Key", "Sid", "PolicyName", "secretKey", "key");
    private static final List<String> STATEMENT = List.of("Effect", "Action");
    private static final Pattern ENCODED = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");
    private static final Pattern PRINTED = Pattern.compile("[\\n\\x20-\\x7e]+");

    private final UnaryOperator<String> naming;
    private final Map<List<String>, Tree> leaves = new LinkedHashMap<>();

    private Leaves(UnaryOperator<String> naming) {
        this.naming = naming;
    }

    static Map<List<String>, Tree> of(Tree tree, UnaryOperator<String> naming) {
        Leaves leaves = new Leaves(naming);
        tree.fields().forEach((field, below) -> leaves.add(List.of(field), below));
        return leaves.leaves;
    }

    private void add(List<String> path, Tree tree) {
        if (!tree.fields().isEmpty()) {
            tree.fields().forEach((field, below) -> add(below(path, field), below));
        } else if (!tree.items().isEmpty()) {
            addAll(path, tree);
        } else if (tree.text().isEmpty()) {
            leaves.put(path, tree.exists() ? tree : NULL);
        } else {
            addText(path, tree);
        }
    }

    private void addAll(List<String> path, Tree list) {
        List<Tree> items = list.items();
        boolean isPlain = items.stream()
                .allMatch(item -> item.fields().isEmpty() && item.items().isEmpty());
        if (isPlain && list.toString().length() <= LINE) {
            leaves.put(path, Tree.of(items.stream().map(this::plain).toList()));
            return;
        }
        Optional<Keys> keys = keys(items);
        for (int i = 0; i < items.size(); i++) {
            if (keys.isPresent()) {
                String key = keys.get().values().get(i);
                add(
                        below(path, "(%s)".formatted(naming.apply(key))),
                        without(items.get(i), keys.get().fields()));
            } else if (items.size() == 1) {
                add(below(path, "(1)"), items.get(0));
            } else {
                List<String> step = below(path, Yaml.item(named(items.get(i))));
                long before = leaves.getOrDefault(step, Tree.of(0)).number().orElse(0L);
                leaves.put(step, Tree.of(before + 1));
            }
        }
    }

    /** What an item says beside its key; where that is a value, the value. */
    private static Tree without(Tree item, List<String> key) {
        Map<String, Tree> rest = new LinkedHashMap<>(item.fields());
        rest.keySet().removeAll(key);
        return rest.size() == 1
                ? rest.entrySet().stream()
                        .filter(field -> field.getKey().equalsIgnoreCase("value"))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> Tree.of(rest))
                : Tree.of(rest);
    }

    /** What tells the items of a list apart; nothing where they have no such field, or share its value. */
    private static Optional<Keys> keys(List<Tree> items) {
        return Stream.concat(
                        KEYS.stream()
                                .map(field -> new Keys(
                                        List.of(field),
                                        items.stream()
                                                .map(item -> item.get(field).text())
                                                .toList())),
                        Stream.of(new Keys(
                                STATEMENT, items.stream().map(Leaves::statement).toList())))
                .filter(keys -> keys.values().stream().noneMatch(String::isEmpty)
                        && keys.values().stream().distinct().count() == items.size())
                .findFirst();
    }

    /** The fields by whose values items are known. */
    private record Keys(List<String> fields, List<String> values) {}

    /** What a statement of a policy does; to what stands below. */
    private static String statement(Tree item) {
        return item.get("Effect").exists() && item.get("Action").exists()
                ? item.get("Effect").text() + " "
                        + String.join(", ", item.get("Action").texts())
                : "";
    }

    private void addText(List<String> path, Tree tree) {
        String text = tree.text();
        Tree json = text.startsWith("{") ? Tree.ofJson(text) : Tree.NOTHING;
        if (!json.fields().isEmpty()) {
            add(below(path, "(json)"), json);
            return;
        }
        Optional<String> decoded = decoded(text);
        if (decoded.isPresent()) {
            leaves.put(below(path, "(base64)"), Tree.of(decoded.get()));
        } else {
            leaves.put(path, plain(tree));
        }
    }

    private static Optional<String> decoded(String text) {
        if (!ENCODED.matcher(text).matches() || text.length() % 4 != 0) {
            return Optional.empty();
        }
        String decoded = new String(Base64.getDecoder().decode(text), UTF_8);
        return PRINTED.matcher(decoded).matches() ? Optional.of(decoded) : Optional.empty();
    }

    /** A number and a truth value stay what they are. */
    private Tree plain(Tree tree) {
        String named = tree.text().contains("\n") ? Noise.removed(tree.text()) : naming.apply(tree.text());
        return named.equals(tree.text()) ? tree : Tree.of(named);
    }

    private Tree named(Tree tree) {
        if (!tree.fields().isEmpty()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            tree.fields().forEach((field, below) -> fields.put(field, named(below)));
            return Tree.of(fields);
        }
        return tree.items().isEmpty()
                ? plain(tree)
                : Tree.of(tree.items().stream().map(this::named).toList());
    }

    private static List<String> below(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return List.copyOf(longer);
    }
}
