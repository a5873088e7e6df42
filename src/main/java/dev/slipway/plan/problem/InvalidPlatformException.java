package dev.slipway.plan.problem;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A platform with errors was to be rendered. The message lists every problem; nothing was written. */
public final class InvalidPlatformException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    private final String platform;

    public InvalidPlatformException(String platform, List<Problem> problems) {
        this(platform, problems, message(platform, problems));
    }

    private InvalidPlatformException(String platform, List<Problem> problems, String message) {
        super(message, null, false, false);
        this.platform = platform;
        this.problems = List.copyOf(problems);
    }

    /** The same for a caller who has shown the problems: its message only counts them. */
    public InvalidPlatformException shown() {
        return new InvalidPlatformException(platform, problems, headline(platform, problems));
    }

    /** All problems, warnings among them, in the order in which they are shown. */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(String platform, List<Problem> problems) {
        return Stream.concat(
                        Stream.of(headline(platform, problems)),
                        problems.stream().map(Problem::toString))
                .collect(Collectors.joining("%n".formatted()));
    }

    private static String headline(String platform, List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        return "Platform %s has %s error%s; nothing was written.".formatted(platform, errors, errors == 1 ? "" : "s");
    }
}
