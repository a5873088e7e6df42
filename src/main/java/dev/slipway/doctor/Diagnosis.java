package dev.slipway.doctor;

import java.util.List;

/** All that was found: {@code new Diagnosis(machine.look())}. */
public record Diagnosis(List<Finding> findings) {
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Whether something was found of this level. */
    public boolean has(Finding.Level level) {
        return findings.stream().anyMatch(finding -> finding.level() == level);
    }
}
