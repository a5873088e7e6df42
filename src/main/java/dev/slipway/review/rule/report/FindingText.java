package dev.slipway.review.rule.report;

import dev.slipway.review.finding.Finding;

/** A finding as it is shown, in the form of a problem of the plan. */
public final class FindingText {
    private FindingText() {}

    /** Three lines: rule and place, what is wrong, and the fix. */
    public static String of(Finding finding) {
        String place = finding.location()
                .origin()
                .map(Object::toString)
                .or(() -> finding.location().file())
                .map(" at "::concat)
                .orElse("");
        return "%s %s%s%n  %s%n  Fix: %s"
                .formatted(finding.severity().word(), finding.rule(), place, finding.text(), finding.fix());
    }
}
