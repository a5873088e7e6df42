package dev.slipway.testing.failure;

import java.util.Collection;
import java.util.Optional;

/** Something that was looked for by its name was not there. */
public final class ShouldExist {
    private ShouldExist() {}

    /**
     * The failure.
     *
     * @param where {@code environment prod}
     * @param kind {@code Deployment}
     * @param name that was looked for
     * @param present names of that kind that are there
     * @param declared of where it was looked for
     */
    public static Failure shouldExist(
            String where, String kind, String name, Collection<String> present, Optional<String> declared) {
        return Failure.expecting(where + " to have")
                .value(kind + " " + name)
                .line("but of this kind there is")
                .names(present)
                .nearest(name, present)
                .declared(declared);
    }
}
