package dev.slipway.plan.problem;

import java.util.List;
import java.util.stream.Collectors;

/** A platform with errors was to be rendered. The message lists every problem; nothing was written. */
public final class InvalidPlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidPlatformException(String platform, List<Problem> problems) {
        super(message(platform, problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** All problems, warnings among them, in the order in which they are shown. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String platform, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        return problems.stream()
                .map(Problem::toString)
                .collect(Collectors.joining(
                        System.lineSeparator(),
                        "Platform %s has %s error%s; nothing was written.%n"
                                .formatted(platform, errors, errors == 1 ? "" : "s"),
                        ""));
    }
}
