package dev.slipway.review.rule.report;

import dev.slipway.platform.Acceptance;
import dev.slipway.review.finding.Finding;
import java.util.List;

/**
 * What rules find.
 *
 * @param findings what nobody has accepted, errors first
 * @param accepted what somebody has
 */
public record Report(List<Finding> findings, List<Accepted> accepted) {
    /** A finding that is as it should be, and why. */
    public record Accepted(Finding finding, Acceptance acceptance) {}

    public Report {
        findings = List.copyOf(findings);
        accepted = List.copyOf(accepted);
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }
}
