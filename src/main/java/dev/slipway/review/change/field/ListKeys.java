package dev.slipway.review.change.field;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** By what the items of a list are told apart. */
public interface ListKeys {
    /** A key for each item, each once; nothing where the items of such a list have none. */
    Optional<List<String>> keys(String list, List<Tree> items);

    /** Whether another order of keyed items is a difference. */
    boolean isOrdered();

    /** The first of some fields that all items have, each with another value. */
    static Optional<List<String>> firstOf(List<List<String>> candidates, List<Tree> items) {
        return candidates.stream()
                .filter(fields -> items.stream()
                        .noneMatch(item -> item.get(fields.get(0)).text().isEmpty()))
                .map(fields -> items.stream().map(item -> key(fields, item)).toList())
                .filter(keys -> new TreeSet<>(keys).size() == keys.size())
                .findFirst();
    }

    private static String key(List<String> fields, Tree item) {
        return fields.stream()
                .map(field -> item.get(field).text())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("/"));
    }
}
