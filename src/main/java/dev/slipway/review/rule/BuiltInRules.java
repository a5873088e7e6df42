package dev.slipway.review.rule;

import java.util.List;
import java.util.stream.Stream;

/** The rules that hold without anybody choosing them. */
final class BuiltInRules {
    private BuiltInRules() {}

    static List<Rule> with(Evidence evidence) {
        return Stream.of(ManifestRules.with(evidence), TemplateRules.ALL, CostRules.ALL, AcrossRules.with(evidence))
                .flatMap(List::stream)
                .toList();
    }
}
