package dev.slipway.review.change.field;

import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Compares two trees.
 *
 * <pre>{@code
 * Differences.between(before.tree(), after.tree(), new KubernetesLists())
 * }</pre>
 */
public final class Differences {
    private final ListKeys keys;
    private final List<FieldDifference> found = new ArrayList<>();

    private Differences(ListKeys keys) {
        this.keys = keys;
    }

    /** What differs, in the order of the fields, those that went last. */
    public static List<FieldDifference> between(Tree before, Tree after, ListKeys keys) {
        Differences differences = new Differences(keys);
        differences.compare("", "", before, after);
        return List.copyOf(differences.found);
    }

    private void compare(String path, String field, Tree before, Tree after) {
        if (before.equals(after)) {
            return;
        }
        if (isObject(before) && isObject(after) && !Functions.isOne(before) && !Functions.isOne(after)) {
            Set<String> names = new LinkedHashSet<>(after.fields().keySet());
            names.addAll(before.fields().keySet());
            names.forEach(name -> compare(below(path, name), name, before.get(name), after.get(name)));
        } else if (isList(before) && isList(after)) {
            lists(path, field, before.items(), after.items());
        } else {
            found.add(new FieldDifference(path, before, after));
        }
    }

    private void lists(String path, String field, List<Tree> before, List<Tree> after) {
        Optional<List<String>> old = keys.keys(field, before);
        Optional<List<String>> now = keys.keys(field, after);
        if (old.isPresent() && now.isPresent()) {
            keyed(path, before, old.get(), after, now.get());
        } else if (before.size() == after.size()) {
            for (int i = 0; i < after.size(); i++) {
                compare("%s[%s]".formatted(path, i), field, before.get(i), after.get(i));
            }
        } else {
            aligned(path, before, after);
        }
    }

    private void keyed(String path, List<Tree> before, List<String> old, List<Tree> after, List<String> now) {
        Set<String> all = new LinkedHashSet<>(now);
        all.addAll(old);
        int sofar = found.size();
        all.forEach(key -> compare("%s[%s]".formatted(path, key), "", item(before, old, key), item(after, now, key)));
        List<String> stayed = old.stream().filter(now::contains).toList();
        List<String> staying = now.stream().filter(old::contains).toList();
        if (keys.isOrdered() && !stayed.equals(staying)) {
            found.add(sofar, new FieldDifference(path, Tree.of(old), Tree.of(now)));
        }
    }

    private static Tree item(List<Tree> items, List<String> keys, String key) {
        int index = keys.indexOf(key);
        return index < 0 ? Tree.NOTHING : items.get(index);
    }

    /** What is not in the longest common sequence of the two. */
    private void aligned(String path, List<Tree> before, List<Tree> after) {
        for (Alignment.Edit edit : Alignment.edits(before, after)) {
            found.add(
                    edit.isAddition()
                            ? new FieldDifference(
                                    "%s[%s]".formatted(path, edit.after()), Tree.NOTHING, after.get(edit.after()))
                            : new FieldDifference(
                                    "%s[%s]".formatted(path, edit.before()), before.get(edit.before()), Tree.NOTHING));
        }
    }

    static String below(String path, String name) {
        if (name.contains(".")) {
            return "%s[%s]".formatted(path, name);
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isObject(Tree tree) {
        return !tree.fields().isEmpty() || tree.toString().equals("{}");
    }

    private static boolean isList(Tree tree) {
        return !tree.items().isEmpty() || tree.toString().equals("[]");
    }
}
