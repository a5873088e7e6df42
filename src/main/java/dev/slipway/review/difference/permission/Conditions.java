package dev.slipway.review.difference.permission;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Under which conditions a statement holds: all of them, and of the values of one any, or none where its operator negates.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html
 */
record Conditions(Map<String, Globs> tests) {
    private static final String IF_EXISTS = "IfExists";

    static Conditions of(Template template, Tree condition) {
        Map<String, Globs> tests = new TreeMap<>();
        condition.fields().forEach((operator, keys) -> keys.fields()
                .forEach((key, values) -> tests.put(
                        operator + " " + key,
                        Globs.of(values(values).map(value -> Intrinsics.text(template, value)), false))));
        return new Conditions(tests);
    }

    private static Stream<Tree> values(Tree values) {
        return values.items().isEmpty() ? Stream.of(values) : values.items().stream();
    }

    boolean isNone() {
        return tests.isEmpty();
    }

    /** Whether these hold wherever the others do. */
    boolean covers(Conditions others) {
        return tests.entrySet().stream().allMatch(mine -> others.stricter(mine.getKey())
                .anyMatch(theirs -> isWeaker(mine.getKey(), mine.getValue(), theirs)));
    }

    private Stream<Globs> stricter(String test) {
        String always = test.replace(IF_EXISTS + " ", " ");
        return Stream.of(test, always).distinct().map(tests::get).flatMap(found -> Optional.ofNullable(found).stream());
    }

    private static boolean isWeaker(String test, Globs mine, Globs theirs) {
        String operator = test.substring(0, test.indexOf(' ')).replace(IF_EXISTS, "");
        boolean isPattern = operator.contains("Like") || operator.contains("Arn");
        boolean isNegated = operator.contains("Not");
        Globs weak = isNegated ? theirs : mine;
        Globs strict = isNegated ? mine : theirs;
        return isPattern ? weak.covers(strict) : weak.globs().containsAll(strict.globs());
    }

    /** {@code aws:SourceAccount StringEquals 111122223333} */
    String text() {
        return tests.entrySet().stream()
                .map(test -> {
                    List<String> operatorAndKey = List.of(test.getKey().split(" ", 2));
                    return "%s %s %s"
                            .formatted(
                                    operatorAndKey.get(1),
                                    operatorAndKey.get(0),
                                    test.getValue().globs().stream()
                                            .map(Glob::pattern)
                                            .collect(Collectors.joining(" or ")));
                })
                .collect(Collectors.joining(" and "));
    }
}
