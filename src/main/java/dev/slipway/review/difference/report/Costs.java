package dev.slipway.review.difference.report;

import dev.slipway.platform.operation.Money;
import dev.slipway.review.cost.CostDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a month costs, before and after, line by line. */
final class Costs {
    private Costs() {}

    static Section section(Map<String, CostDifference> costs) {
        List<Line> lines = new ArrayList<>();
        costs.forEach((environment, cost) -> {
            lines.add(Line.of("%s: %s a month become %s (%s)"
                    .formatted(environment, cost.before(), cost.after(), signed(cost.change()))));
            cost.lines().forEach(change -> lines.add(line(change)));
            cost.unpriced()
                    .forEach(thing -> lines.add(new Line(
                            Mark.DANGER,
                            1,
                            "unpriced: %s %s %s".formatted(thing.stack(), thing.type(), thing.subject()))));
            cost.noLongerUnpriced()
                    .forEach(thing -> lines.add(new Line(
                            Mark.REMOVED,
                            1,
                            "was unpriced: %s %s %s".formatted(thing.stack(), thing.type(), thing.subject()))));
        });
        return new Section("Cost a month", summary(costs), lines);
    }

    private static Line line(CostDifference.Change change) {
        boolean isMore = change.difference().dollars().signum() > 0;
        return new Line(
                isMore ? Mark.ADDED : Mark.REMOVED,
                1,
                "%s  %s %s %s: %s → %s"
                        .formatted(
                                signed(change.difference()),
                                change.stack(),
                                change.subject(),
                                change.item(),
                                change.was(),
                                change.is()));
    }

    private static String summary(Map<String, CostDifference> costs) {
        return costs.entrySet().stream()
                .map(cost ->
                        "%s %s".formatted(cost.getKey(), signed(cost.getValue().change())))
                .collect(Collectors.joining(", "));
    }

    private static String signed(Money money) {
        return (money.dollars().signum() >= 0 ? "+" : "") + money;
    }
}
