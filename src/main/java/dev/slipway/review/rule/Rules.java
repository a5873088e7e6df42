package dev.slipway.review.rule;

import dev.slipway.platform.Platform;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.report.BrokenRulesException;
import dev.slipway.review.rule.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Rules over both planes of what was rendered, and what of their findings is accepted.
 *
 * <pre>{@code
 * Rules.all().check(Synthesis.read(Path.of("cdk.out"), Path.of("dist")))   // somebody else's output
 * Rules.of(platform).on(LocalDate.of(2026, 11, 21)).verify(synthesis)      // one's own, with what it accepts
 * }</pre>
 */
public final class Rules {
    private final List<Rule> own;
    private final Acceptances acceptances;
    private final Evidence evidence;

    private Rules(List<Rule> own, Acceptances acceptances, Evidence evidence) {
        this.own = List.copyOf(own);
        this.acceptances = acceptances;
        this.evidence = evidence;
    }

    /** All built-in rules; nothing is accepted. */
    public static Rules all() {
        return new Rules(List.of(), Acceptances.NONE, Evidence.NONE);
    }

    /** All built-in rules and those of a platform, with what it accepts, and where it declares what they find. */
    public static Rules of(Platform platform) {
        return new Rules(PlatformRules.of(platform), Acceptances.of(platform), Evidence.NONE);
    }

    /** These too. */
    public Rules with(Rule... more) {
        List<Rule> all = new ArrayList<>(own);
        all.addAll(List.of(more));
        return new Rules(all, acceptances, evidence);
    }

    /** On a day: rules about dates say nothing without one. */
    public Rules on(LocalDate today) {
        return new Rules(own, acceptances, new Evidence(Optional.of(today), evidence.before(), evidence.contracts()));
    }

    /** Against what ran until now: what must not change says nothing without it. */
    public Rules since(Synthesis before) {
        return new Rules(own, acceptances, new Evidence(evidence.today(), Optional.of(before), evidence.contracts()));
    }

    /** With what each service reads, a tree a service, as it stands in {@code services/contract}. */
    public Rules contracts(List<Tree> contracts) {
        return new Rules(own, acceptances, new Evidence(evidence.today(), evidence.before(), contracts));
    }

    /** The rules, built-in ones first. */
    public List<Rule> list() {
        return Stream.concat(BuiltInRules.with(evidence).stream(), own.stream()).toList();
    }

    /** What is wrong and nobody has accepted, errors first; empty where all is well. */
    public List<Finding> check(Synthesis synthesis) {
        return report(synthesis).findings();
    }

    /** The same, with what is accepted, and why. */
    public Report report(Synthesis synthesis) {
        return report(synthesis, Stream.empty());
    }

    /** The same, with what somebody else has found: it is accepted, or not, in the same way. */
    public Report report(Synthesis synthesis, Stream<Finding> others) {
        return acceptances.report(
                Stream.concat(others, list().stream().flatMap(rule -> Rule.findings(rule, synthesis))));
    }

    /**
     * The synthesis itself, where nothing is wrong with it but what is accepted or only a warning.
     *
     * @throws BrokenRulesException with every finding, where one is an error
     */
    public Synthesis verify(Synthesis synthesis) {
        Report report = report(synthesis);
        if (report.hasErrors()) {
            throw new BrokenRulesException(report.findings());
        }
        return synthesis;
    }
}
