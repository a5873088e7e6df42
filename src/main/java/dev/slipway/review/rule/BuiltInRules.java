package dev.slipway.review.rule;

import java.util.List;
import java.util.stream.Stream;

/** The rules that hold without anybody choosing them. */
final class BuiltInRules {
    /** Listed beside the others; what it finds shows only once all of them have run. */
    private static final Rule ACCEPTANCES = Rule.named(Acceptances.UNUSED)
            .warning()
            .because("an acceptance of what is no longer found hides the next finding")
            .fix(Acceptances.UNUSED_FIX)
            .over(synthesis -> Stream.empty());

    private BuiltInRules() {}

    static List<Rule> with(Evidence evidence) {
        return Stream.of(
                        ManifestRules.with(evidence),
                        TemplateRules.ALL,
                        PracticeRules.ALL,
                        CostRules.ALL,
                        AcrossRules.with(evidence),
                        List.of(ACCEPTANCES))
                .flatMap(List::stream)
                .toList();
    }
}
