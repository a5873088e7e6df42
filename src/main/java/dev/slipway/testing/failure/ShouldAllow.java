package dev.slipway.testing.failure;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Somebody may not do what they must, or may what they must not. */
public final class ShouldAllow {
    private ShouldAllow() {}

    /**
     * The failure of a permission that is missing.
     *
     * @param who {@code service order of environment prod}
     * @param what {@code publish to}
     * @param on the topic or resource
     * @param roles as which it acts
     * @param allowed on what it may do so
     */
    public static Failure shouldAllow(
            String who,
            String what,
            String on,
            List<String> roles,
            Collection<String> allowed,
            Optional<String> declared) {
        return Failure.expecting(who)
                .line("to be allowed to " + what)
                .value(on)
                .line("but%s it may %s".formatted(as(roles), what))
                .names(allowed)
                .nearest(on, allowed)
                .declared(declared);
    }

    /** The failure of a permission that is too much. */
    public static Failure shouldNotAllow(
            String who, String what, String on, List<String> roles, Optional<String> declared) {
        return Failure.expecting(who)
                .line("not to be allowed to " + what)
                .value(on)
                .line("but%s it may".formatted(as(roles)))
                .declared(declared);
    }

    private static String as(List<String> roles) {
        return roles.isEmpty() ? "" : " as role " + String.join(", ", roles);
    }
}
