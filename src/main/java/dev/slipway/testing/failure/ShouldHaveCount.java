package dev.slipway.testing.failure;

import java.util.Collection;

/** There were more or fewer than expected. */
public final class ShouldHaveCount {
    private ShouldHaveCount() {}

    /** The failure: {@code Deployments of environment prod}, and how each that is there is called. */
    public static Failure shouldHaveCount(String what, int expected, Collection<String> present, Sought sought) {
        return sought.in(Failure.expecting("%s to be %s".formatted(what, expected))
                .line("but there are %s".formatted(present.size()))
                .names(present));
    }

    /** The failure of what was to be tried on each, where there is none: it would hold of anything. */
    public static Failure shouldNotBeNone(String what) {
        return shouldNotBeNone(what, Sought.NOTHING);
    }

    /** The same of those that have a value, and none has. */
    public static Failure shouldNotBeNone(String what, Sought sought) {
        return sought.in(
                Failure.expecting(what + " to be at least one, to try each").line("but there is none"));
    }
}
