package dev.slipway.render.custom;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.check.Nearest;
import dev.slipway.plan.problem.Problem;
import java.util.Collection;

/** What somebody may have meant who named what is not there. */
final class Suggestion {
    private Suggestion() {}

    /** The end of a sentence: {@code ; did you mean prod/order?}, or all that there are. */
    static String of(String asked, Collection<String> there) {
        return Nearest.to(asked, there)
                .map("; did you mean %s?"::formatted)
                .orElseGet(() -> "; there are " + String.join(", ", there) + ".");
    }

    /** A pointer that leads nowhere. */
    static Problem missing(Patch patch, String subject, String obstacle) {
        return error(
                "custom/missing-path",
                patch.origin(),
                "The path (%s) of %s leads nowhere: %s".formatted(patch.pointer(), subject, obstacle),
                "correct it; Patch.add(..) puts what is not there yet into what is.");
    }
}
