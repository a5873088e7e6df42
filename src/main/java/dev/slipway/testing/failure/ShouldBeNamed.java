package dev.slipway.testing.failure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Other names than the expected ones were there. */
public final class ShouldBeNamed {
    private ShouldBeNamed() {}

    /** The failure, of all names in any order: {@code Deployments of environment prod}. */
    public static Failure shouldBeNamed(String what, Collection<String> expected, Collection<String> present) {
        List<String> missing = without(expected, present);
        List<String> unexpected = without(present, expected);
        Failure failure = Failure.expecting(what + " to be exactly").names(expected);
        if (!missing.isEmpty()) {
            failure.line("but these are missing").names(missing);
        }
        if (!unexpected.isEmpty()) {
            failure.line("but these are there too").names(unexpected);
        }
        missing.forEach(name -> failure.nearest(name, unexpected));
        return failure;
    }

    /** One is taken from the other as often as it is there. */
    private static List<String> without(Collection<String> names, Collection<String> others) {
        List<String> left = new ArrayList<>(names);
        others.forEach(left::remove);
        Collections.sort(left);
        return left;
    }
}
