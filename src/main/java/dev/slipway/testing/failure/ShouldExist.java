package dev.slipway.testing.failure;

/** Something that was looked for by its name was not there. */
public final class ShouldExist {
    private ShouldExist() {}

    /**
     * The failure.
     *
     * @param where {@code environment prod}
     * @param kind {@code Deployment}
     * @param name that was looked for
     * @param present those of that kind that are there
     */
    public static Failure shouldExist(String where, String kind, String name, Candidates present) {
        return Failure.expecting(where + " to have")
                .value(kind + " " + name)
                .line("but of this kind there is")
                .names(present.names())
                .nearest(name, present);
    }
}
