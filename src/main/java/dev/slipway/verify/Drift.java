package dev.slipway.verify;

import java.util.Comparator;

/**
 * Something that is not as it was synthesized.
 *
 * <pre>{@code
 * new Drift(Plane.AWS, "AWS::RDS::DBInstance ordering-prod", "MultiAZ", "true", "false")
 * }</pre>
 *
 * @param object a stack, an AWS resource or a Kubernetes object
 * @param field within it; empty where all of it is missing or too much
 * @param expected what was synthesized; {@link #NOTHING} where it is too much
 * @param found what there is; {@link #NOTHING} where it is missing
 */
public record Drift(Plane plane, String object, String field, String expected, String found)
        implements Comparable<Drift> {
    public static final String NOTHING = "nothing";

    private static final Comparator<Drift> ORDER = Comparator.comparing(Drift::plane)
            .thenComparing(Drift::object)
            .thenComparing(Drift::field)
            .thenComparing(Drift::expected)
            .thenComparing(Drift::found);

    /** Something that was synthesized, and is not there. */
    public static Drift missing(Plane plane, String object) {
        return new Drift(plane, object, "", "to be there", NOTHING);
    }

    /** Something that is there, is ours, and was not synthesized. */
    public static Drift extra(Plane plane, String object) {
        return new Drift(plane, object, "", NOTHING, "it is there");
    }

    @Override
    public int compareTo(Drift other) {
        return ORDER.compare(this, other);
    }

    /** {@code AWS::RDS::DBInstance ordering-prod: MultiAZ is to be true, and is false}. */
    @Override
    public String toString() {
        if (expected.equals(NOTHING) && field.isEmpty()) {
            return object + " is there, and was not synthesized";
        }
        if (found.equals(NOTHING) && field.isEmpty()) {
            return object + " is missing";
        }
        return "%s: %s is to be %s, and is %s".formatted(object, field, expected, found);
    }
}
