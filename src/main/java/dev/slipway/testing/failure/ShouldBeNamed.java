package dev.slipway.testing.failure;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Other names than the expected ones were there. */
public final class ShouldBeNamed {
    private ShouldBeNamed() {}

    /** The failure, of all names in any order: {@code Deployments of environment prod}. */
    public static Failure shouldBeNamed(String what, Collection<String> expected, Collection<String> present) {
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(present);
        Set<String> unexpected = new TreeSet<>(present);
        unexpected.removeAll(expected);
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
}
