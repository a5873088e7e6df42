package dev.slipway.review.rule.report;

import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was rendered breaks a rule. The message lists every finding, warnings among them. */
public final class BrokenRulesException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public BrokenRulesException(List<Finding> findings) {
        super(message(findings), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** All findings, in the order in which they are shown. */
    public List<Finding> findings() {
        return findings;
    }

    private static String message(List<Finding> findings) {
        long errors = findings.stream().filter(Finding::isError).count();
        return Stream.concat(
                        Stream.of("What was rendered breaks rules: %s error%s, %s in all."
                                .formatted(errors, errors == 1 ? "" : "s", findings.size())),
                        findings.stream().map(FindingText::of))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
