package dev.slipway.check;

import dev.slipway.plan.problem.Problem;
import dev.slipway.plan.problem.Problem.Severity;
import dev.slipway.platform.Origin;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.report.FindingText;
import dev.slipway.review.rule.report.Report.Accepted;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a check has found, in the forms in which it is read.
 *
 * @param findings what nobody has accepted, errors first
 * @param accepted what somebody has, with the reason
 * @param rules that it went by, beside those of the plan
 * @param synthesis that it looked at
 */
public record CheckResult(List<Finding> findings, List<Accepted> accepted, List<Rule> rules, Synthesis synthesis) {
    /** Nothing is wrong but what is accepted, or only a warning. */
    public static final int FINE = 0;

    /** There is an error. */
    public static final int REFUSED = 1;

    public CheckResult {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
        rules = List.copyOf(rules);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** What a process ends with: {@value #FINE} or {@value #REFUSED}. */
    public int exitCode() {
        return hasErrors() ? REFUSED : FINE;
    }

    /** The same for whoever wants no warning either. */
    public int strictExitCode() {
        return findings.isEmpty() ? FINE : REFUSED;
    }

    /** What is found as problems, as the summary of a synthesis shows them. */
    public List<Problem> problems() {
        return findings.stream()
                .map(finding -> new Problem(
                        finding.isError() ? Severity.ERROR : Severity.WARNING,
                        finding.rule(),
                        finding.text(),
                        finding.fix(),
                        finding.location()
                                .origin()
                                .or(() -> finding.location().file().map(file -> Origin.of(file, 0)))
                                .orElse(Origin.unknown())))
                .toList();
    }

    /** For a terminal: each finding with its fix, then what is accepted, then how many there are. */
    public String text() {
        long errors = findings.stream().filter(Finding::isError).count();
        Stream<String> found = findings.stream().map(FindingText::of);
        Stream<String> taken = accepted.stream().map(one -> "accepted %s at %s%n  %s%n  Because: %s"
                .formatted(
                        one.finding().rule(),
                        one.acceptance().origin(),
                        one.finding().text(),
                        one.acceptance().reason()));
        String count = "%s, %s, %s accepted"
                .formatted(counted(errors, "error"), counted(findings.size() - errors, "warning"), accepted.size());
        return Stream.of(found, taken, Stream.of(count))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }

    private static String counted(long number, String what) {
        return "%s %s%s".formatted(number, what, number == 1 ? "" : "s");
    }

    /** For programs of one's own. */
    public String json() {
        return CheckJson.of(this);
    }

    /**
     * SARIF 2.1.0, for tools that show findings at their lines, as GitHub does.
     *
     * @param paths from the name of a source file to its path in the repository, as origins know the name alone
     */
    public String sarif(Function<String, String> paths) {
        return Sarif.of(this, paths);
    }
}
