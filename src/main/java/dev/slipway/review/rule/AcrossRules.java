package dev.slipway.review.rule;

import java.util.List;

/** What holds neither on AWS nor in the cluster alone, but only between them. */
final class AcrossRules {
    private AcrossRules() {}

    static List<Rule> with(Evidence evidence) {
        return List.of();
    }
}
