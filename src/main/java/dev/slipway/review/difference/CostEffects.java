package dev.slipway.review.difference;

import dev.slipway.review.cost.CostDifference;
import java.util.List;
import java.util.stream.Stream;

/** What a change of cost comes to, in words. */
final class CostEffects {
    private CostEffects() {}

    static Stream<Effect> of(String environment, CostDifference cost) {
        int direction = cost.change().dollars().signum();
        Detection detection = direction < 0 ? Detection.COST_LOWERED : Detection.COST_RAISED;
        Stream<Effect> total = direction == 0
                ? Stream.empty()
                : Stream.of(new Effect(
                        detection,
                        environment,
                        "a month",
                        "costs %s instead of %s".formatted(cost.after(), cost.before()),
                        false));
        List<String> unpriced = cost.unpriced().stream()
                .map(thing -> (thing.type() + " " + thing.subject()).strip())
                .toList();
        Stream<Effect> unknown = unpriced.isEmpty()
                ? Stream.empty()
                : Stream.of(new Effect(
                        Detection.COST_UNKNOWN,
                        environment,
                        "a month",
                        "does not count what has no price: " + String.join(", ", unpriced),
                        false));
        return Stream.concat(total, unknown);
    }
}
