package dev.slipway.verify;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What was asked, and what was found.
 *
 * @param drifts sorted
 * @param compared how many fields were compared
 * @param unasked what nothing is asked about, and why, sorted: {@code AWS::EC2::Route: no question is known}
 * @param failures what could not be asked: no permission, no connection
 */
public record Verification(List<Drift> drifts, int compared, List<String> unasked, List<String> failures) {
    /** Of nothing. */
    public static final Verification NONE = new Verification(List.of(), 0, List.of(), List.of());

    public Verification {
        drifts = List.copyOf(new TreeSet<>(drifts));
        unasked = List.copyOf(new TreeSet<>(unasked));
        failures = List.copyOf(new TreeSet<>(failures));
    }

    /** Of what could not be asked. */
    public static Verification failed(String why) {
        return new Verification(List.of(), 0, List.of(), List.of(why));
    }

    /** Both together. */
    public Verification and(Verification other) {
        return new Verification(
                both(drifts, other.drifts),
                compared + other.compared,
                both(unasked, other.unasked),
                both(failures, other.failures));
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }
}
