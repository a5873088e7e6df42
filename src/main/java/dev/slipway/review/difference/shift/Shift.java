package dev.slipway.review.difference.shift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Something that more can be done with than before, or less: who, what, and on which.
 *
 * <pre>{@code
 * role ordering.prod.order → kafka-cluster:ReadData → topic payment.settled
 * }</pre>
 *
 * @param place stage or environment: {@code prod}
 * @param subject who may, or what is protected: {@code role ordering.prod.order}
 * @param actions what: {@code kafka-cluster:ReadData}
 * @param objects on which: {@code topic payment.settled}
 * @param condition under which; empty where always
 * @param isGrave whether it opens something to everybody, or everything to somebody
 */
public record Shift(
        Direction direction,
        Kind kind,
        String place,
        String subject,
        List<String> actions,
        List<String> objects,
        String condition,
        boolean isGrave)
        implements Comparable<Shift> {
    private static final Comparator<Shift> ORDER = Comparator.comparing(Shift::direction)
            .thenComparing(Shift::isGrave, Comparator.reverseOrder())
            .thenComparing(Shift::kind)
            .thenComparing(Shift::place)
            .thenComparing(Shift::subject)
            .thenComparing(Shift::detail);

    public Shift {
        actions = List.copyOf(actions);
        objects = List.copyOf(objects);
    }

    public boolean isWidened() {
        return direction == Direction.WIDENED;
    }

    /** What follows the subject: {@code kafka-cluster:ReadData → topic payment.settled}. */
    public String detail() {
        String condition = condition().isEmpty() ? "" : " (where " + condition() + ")";
        return String.join(", ", actions) + " → " + objects.stream().collect(Collectors.joining(", ")) + condition;
    }

    /** Widened before narrowed, grave before plain. */
    @Override
    public int compareTo(Shift other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return "%s %s %s: %s → %s".formatted(isWidened() ? "+" : "-", place, kind.words(), subject, detail());
    }
}
