package dev.slipway.acceptance.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Tree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Trees with one place of them changed. */
final class Plain {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Plain() {}

    /** A copy in which the value at the end of some fields and indices is another; {@link Tree#NOTHING} takes it away. */
    static Tree with(Tree tree, List<String> path, UnaryOperator<Tree> change) {
        if (path.isEmpty()) {
            return change.apply(tree);
        }
        String step = path.get(0);
        List<String> rest = path.subList(1, path.size());
        if (tree.isList()) {
            List<Tree> items = new ArrayList<>(tree.items());
            int index = step.equals("-") ? items.size() : Integer.parseInt(step);
            Tree changed = with(index < items.size() ? items.get(index) : Tree.NOTHING, rest, change);
            if (index < items.size()) {
                items.remove(index);
            }
            if (changed.exists()) {
                items.add(index, changed);
            }
            return Tree.of(items);
        }
        Map<String, Tree> fields = new LinkedHashMap<>(tree.fields());
        Tree changed = with(tree.get(step), rest, change);
        if (changed.exists()) {
            fields.put(step, changed);
        } else {
            fields.remove(step);
        }
        return Tree.of(fields);
    }

    static Tree set(Tree tree, List<String> path, Object value) {
        return with(tree, path, old -> Tree.of(value));
    }

    static Tree without(Tree tree, List<String> path) {
        return with(tree, path, old -> Tree.NOTHING);
    }

    /** Under another name, in its place. */
    static Tree renamed(Tree tree, List<String> path, String name) {
        List<String> parent = path.subList(0, path.size() - 1);
        String old = path.get(path.size() - 1);
        return with(tree, parent, holder -> {
            Map<String, Tree> fields = new LinkedHashMap<>();
            holder.fields().forEach((key, value) -> fields.put(key.equals(old) ? name : key, value));
            return Tree.of(fields);
        });
    }

    static Tree at(Tree tree, List<String> path) {
        Tree at = tree;
        for (String step : path) {
            at = at.isList() ? at.items().get(Integer.parseInt(step)) : at.get(step);
        }
        return at;
    }

    static Tree read(String json) {
        try {
            return Tree.of(JSON.readValue(json, Object.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The steps of a JSON pointer. */
    static List<String> steps(String pointer) {
        return pointer.isEmpty()
                ? List.of()
                : Stream.of(pointer.substring(1).split("/", -1))
                        .map(step -> step.replace("~1", "/"))
                        .toList();
    }
}
