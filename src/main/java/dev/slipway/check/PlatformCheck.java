package dev.slipway.check;

import dev.slipway.plan.Plan;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Location;
import dev.slipway.review.finding.Severity;
import dev.slipway.review.rule.Rules;
import dev.slipway.review.rule.report.Report;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All rules over a platform: what its plan reports, and what is found in what it was rendered to.
 *
 * <pre>{@code
 * CheckResult result = PlatformCheck.of(plan, Slipway.render(plan));
 * System.exit(result.exitCode());
 * }</pre>
 */
public final class PlatformCheck {
    private PlatformCheck() {}

    /** By the built-in rules and the platform's own. */
    public static CheckResult of(Plan plan, Synthesis synthesis) {
        return of(plan, synthesis, Rules.of(plan.platform()));
    }

    /** By rules that know more, such as contracts of services. */
    public static CheckResult of(Plan plan, Synthesis synthesis, Rules rules) {
        Report report = rules.report(synthesis, findings(plan));
        return new CheckResult(report.findings(), report.accepted(), rules.list(), synthesis);
    }

    /** What is wrong with a plan from which nothing can be rendered; what it accepts does not matter yet. */
    public static CheckResult of(Plan plan) {
        List<Finding> findings = findings(plan).toList();
        Rules rules = Rules.of(plan.platform());
        return new CheckResult(findings, List.of(), rules.list(), Synthesis.of(Map.of()));
    }

    private static Stream<Finding> findings(Plan plan) {
        return plan.problems().stream().map(problem -> finding(plan.platform(), problem));
    }

    private static Finding finding(Platform platform, Problem problem) {
        Origin origin = problem.origin();
        Optional<String> service = platform.services().stream()
                .filter(candidate -> isSame(candidate.origin(), origin))
                .map(Service::name)
                .findFirst();
        Optional<String> environment = platform.environments().stream()
                .filter(candidate -> isSame(candidate.origin(), origin))
                .map(Environment::name)
                .findFirst();
        return new Finding(
                problem.rule(),
                problem.isError() ? Severity.ERROR : Severity.WARNING,
                "",
                "",
                problem.what(),
                problem.fix(),
                new Location(environment, service, Optional.empty(), Optional.of(origin)));
    }

    /** Any two origins are equal. */
    private static boolean isSame(Origin one, Origin other) {
        return one.file().equals(other.file()) && one.line() == other.line() && one.line() > 0;
    }
}
