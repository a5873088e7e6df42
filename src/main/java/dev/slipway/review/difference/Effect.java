package dev.slipway.review.difference;

import java.util.Comparator;

/**
 * One thing that a change does.
 *
 * @param place stack, environment, or empty where it is about none
 * @param subject what it happens to: {@code AWS::RDS::DBInstance Instance}
 * @param what happens to it
 * @param isGrave whether it stands before others of its kind
 */
public record Effect(Detection detection, String place, String subject, String what, boolean isGrave)
        implements Comparable<Effect> {
    private static final Comparator<Effect> ORDER = Comparator.comparing(Effect::detection)
            .thenComparing(Effect::isGrave, Comparator.reverseOrder())
            .thenComparing(Effect::place)
            .thenComparing(Effect::subject)
            .thenComparing(Effect::what);

    /** Most dangerous first. */
    @Override
    public int compareTo(Effect other) {
        return ORDER.compare(this, other);
    }

    /** {@code data-lost prod/database AWS::RDS::DBInstance Instance: is replaced by Engine, and deleted}. */
    @Override
    public String toString() {
        return "%s %s %s: %s".formatted(detection.id(), place, subject, what).replaceAll(" +", " ");
    }
}
