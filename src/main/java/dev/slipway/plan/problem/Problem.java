package dev.slipway.plan.problem;

import dev.slipway.platform.Origin;
import java.util.Comparator;

/**
 * Something wrong with a platform, found before anything is rendered.
 *
 * <pre>{@code
 * error streaming/partitions at OrderingPlatform.java:21
 *   The partitions (0) of topic order.placed must be between 1 and 4000.
 *   Fix: declare the topic with .partitions(12).
 * }</pre>
 *
 * @param rule capability and name: {@code streaming/partitions}; stable, so that it can be searched for
 * @param what what is wrong: the name, the value in parentheses, what is allowed
 * @param fix what to do about it
 */
public record Problem(Severity severity, String rule, String what, String fix, Origin origin) {
    /** In the order in which problems are shown: by place in the user's program. */
    public static final Comparator<Problem> ORDER = Comparator.comparing(Problem::severity)
            .thenComparing(p -> p.origin().file())
            .thenComparing(p -> p.origin().line())
            .thenComparing(Problem::rule)
            .thenComparing(Problem::what);

    /** Whether a problem stops everything or is only said. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Nothing is rendered from a plan with one. */
    public static Problem error(String rule, Origin origin, String what, String fix) {
        return new Problem(Severity.ERROR, rule, what, fix, origin);
    }

    /** Said in the summary; the output is written all the same. */
    public static Problem warning(String rule, Origin origin, String what, String fix) {
        return new Problem(Severity.WARNING, rule, what, fix, origin);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public String toString() {
        String word = isError() ? "error" : "warning";
        return "%s %s at %s%n  %s%n  Fix: %s".formatted(word, rule, origin, what, fix);
    }
}
