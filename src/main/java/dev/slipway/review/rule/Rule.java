package dev.slipway.review.rule;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Severity;
import java.util.stream.Stream;

/**
 * What has to hold for everything that is rendered, and why.
 *
 * <pre>{@code
 * Rule OWNED = Rule.named("acme/owner")
 *         .because("somebody must be woken when it fails")
 *         .fix("declare the service with ownedBy(team, channel).")
 *         .over(manifests("Deployment").at("metadata.labels").must("name its owner", Owners::isNamed));
 * }</pre>
 */
public interface Rule extends Check {
    /** Room and name, stable, so that it can be searched for and accepted: {@code acme/owner}. */
    String id();

    /** Whether its findings stop everything; by default they do. */
    default Severity severity() {
        return Severity.ERROR;
    }

    /** Why it is one, in a sentence without a full stop: {@code somebody must be woken when it fails}. */
    String reason();

    /** What to do about a finding: {@code declare the service with ownedBy(team, channel).} */
    String fix();

    /** A rule to be written in a few lines. */
    static RuleDraft named(String id) {
        return new RuleDraft(id, Severity.ERROR, "", "");
    }

    /** What it finds, each with its id, its severity and its fix. */
    static Stream<Finding> findings(Rule rule, Synthesis synthesis) {
        return rule.findings(synthesis).map(finding -> finding.by(rule.id(), rule.severity(), rule.fix()));
    }
}
