package dev.slipway.review.rule;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Severity;
import java.util.stream.Stream;

/** A rule that still lacks what it looks at: see {@link Rule#named}. */
public record RuleDraft(String id, Severity severity, String reason, String fix) {
    private record Written(String id, Severity severity, String reason, String fix, Check check) implements Rule {
        @Override
        public Stream<Finding> findings(Synthesis synthesis) {
            return check.findings(synthesis);
        }

        @Override
        public String toString() {
            return id;
        }
    }

    /** Its findings stop nothing. */
    public RuleDraft warning() {
        return new RuleDraft(id, Severity.WARNING, reason, fix);
    }

    /** Why it is a rule: {@code because("somebody must be woken when it fails")}. */
    public RuleDraft because(String newReason) {
        return new RuleDraft(id, severity, newReason, fix);
    }

    /** What to do about a finding: {@code fix("declare the service with ownedBy(team, channel).")}. */
    public RuleDraft fix(String newFix) {
        return new RuleDraft(id, severity, reason, newFix);
    }

    /** The rule itself, over what a selection must hold, or over the whole synthesis. */
    public Rule over(Check check) {
        return new Written(id, severity, reason, fix, check);
    }
}
