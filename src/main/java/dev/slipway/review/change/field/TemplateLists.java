package dev.slipway.review.change.field;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;

/** By what items of lists in properties are told apart: the key of a tag, the id of a rule. Services take keyed items as a set. */
public final class TemplateLists implements ListKeys {
    private static final List<List<String>> KEYS = List.of(
            List.of("Key"),
            List.of("Id"),
            List.of("Sid"),
            List.of("PolicyName"),
            List.of("ParameterName"),
            List.of("Name"));

    @Override
    public Optional<List<String>> keys(String list, List<Tree> items) {
        return ListKeys.firstOf(KEYS, items);
    }

    @Override
    public boolean isOrdered() {
        return false;
    }
}
