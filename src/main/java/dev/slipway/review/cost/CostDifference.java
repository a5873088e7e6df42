package dev.slipway.review.cost;

import dev.slipway.platform.operation.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a change does to the bill of an environment, line by line, the greatest change first.
 *
 * <pre>{@code
 * CostDifference.between(Estimate.of(before, "prod", prices), Estimate.of(after, "prod", prices)).change()
 * }</pre>
 *
 * @param lines those that differ
 * @param unpriced what is new and has no price
 * @param noLongerUnpriced what had no price and is gone, or has one now
 */
public record CostDifference(
        Money before, Money after, List<Change> lines, List<Unpriced> unpriced, List<Unpriced> noLongerUnpriced) {
    public CostDifference {
        lines = List.copyOf(lines);
        unpriced = List.copyOf(unpriced);
        noLongerUnpriced = List.copyOf(noLongerUnpriced);
    }

    /**
     * A line before and after; one of the two is missing where something is added or removed.
     *
     * @param subject the resource, or what it is in Kubernetes
     * @param item that is paid for
     */
    public record Change(String stack, String subject, String item, Optional<Line> before, Optional<Line> after) {
        public Money was() {
            return before.map(Line::cost).orElse(Money.NOTHING);
        }

        public Money is() {
            return after.map(Line::cost).orElse(Money.NOTHING);
        }

        /** Less than nothing where it becomes cheaper. */
        public Money difference() {
            return is().minus(was());
        }
    }

    /** The number parts lines that are alike, as two disks of one machine. */
    private record Key(String stack, String subject, String item, boolean isFixed, int number)
            implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::stack)
                .thenComparing(Key::subject)
                .thenComparing(Key::item)
                .thenComparing(Key::isFixed)
                .thenComparing(Key::number);

        static Key of(Line line, int number) {
            return new Key(
                    line.metered().stack(),
                    line.metered().subject(),
                    line.metered().quantity().item(),
                    line.isFixed(),
                    number);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    public static CostDifference between(Estimate before, Estimate after) {
        Map<Key, Line> old = byKey(before);
        Map<Key, Line> now = byKey(after);
        Map<Key, Change> changes = new TreeMap<>();
        old.forEach((key, line) -> changes.put(
                key,
                new Change(
                        key.stack(), key.subject(), key.item(), Optional.of(line), Optional.ofNullable(now.get(key)))));
        now.forEach((key, line) -> changes.putIfAbsent(
                key, new Change(key.stack(), key.subject(), key.item(), Optional.empty(), Optional.of(line))));
        return new CostDifference(
                before.total(),
                after.total(),
                changes.values().stream()
                        .filter(change -> change.difference().dollars().signum() != 0)
                        .sorted(Comparator.comparing((Change change) ->
                                        change.difference().dollars().abs())
                                .reversed())
                        .toList(),
                without(after.unpriced(), before.unpriced()),
                without(before.unpriced(), after.unpriced()));
    }

    private static Map<Key, Line> byKey(Estimate estimate) {
        Map<Key, Line> lines = new TreeMap<>();
        for (Line line : estimate.lines()) {
            int number = 0;
            while (lines.containsKey(Key.of(line, number))) {
                number++;
            }
            lines.put(Key.of(line, number), line);
        }
        return lines;
    }

    private static List<Unpriced> without(List<Unpriced> all, List<Unpriced> others) {
        List<Unpriced> rest = new ArrayList<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** A month; less than nothing where it becomes cheaper. */
    public Money change() {
        return after.minus(before);
    }

    public boolean isNothing() {
        return lines.isEmpty() && unpriced.isEmpty() && noLongerUnpriced.isEmpty();
    }

    /** How much more it is, as a part of what it was: {@code 0.25}; none where it was nothing. */
    public Optional<BigDecimal> growth() {
        return before.dollars().signum() == 0
                ? Optional.empty()
                : Optional.of(change().dollars().divide(before.dollars(), 4, RoundingMode.HALF_UP));
    }
}
