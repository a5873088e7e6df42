package dev.slipway.doctor.report;

import dev.slipway.doctor.Diagnosis;
import dev.slipway.doctor.Finding;

/** For a terminal, a line each, and the fix below it: {@code DiagnosisText.of(diagnosis)}. */
public final class DiagnosisText {
    private DiagnosisText() {}

    public static String of(Diagnosis diagnosis) {
        int width = diagnosis.findings().stream()
                .mapToInt(finding -> finding.what().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Finding finding : diagnosis.findings()) {
            text.append("%s  %s  %s%s%n"
                    .formatted(
                            sign(finding.level()),
                            finding.what() + " ".repeat(width - finding.what().length()),
                            finding.found(),
                            finding.needed().isEmpty() ? "" : " (needed: %s)".formatted(finding.needed())));
            if (!finding.fix().isEmpty()) {
                text.append("%s  Fix: %s%n".formatted(" ".repeat(SIGN + 2 + width), finding.fix()));
            }
        }
        return text.append("%n%s%n".formatted(verdict(diagnosis))).toString();
    }

    private static final int SIGN = 5;

    private static String sign(Finding.Level level) {
        return switch (level) {
            case OK -> "ok   ";
            case WARNING -> "warn ";
            case ERROR -> "wrong";
            case UNKNOWN -> "?    ";
        };
    }

    private static String verdict(Diagnosis diagnosis) {
        if (diagnosis.has(Finding.Level.ERROR)) {
            return "Not ready: mend what is wrong, and run slipway doctor again.";
        }
        return diagnosis.has(Finding.Level.UNKNOWN)
                ? "Ready as far as anybody answered."
                : diagnosis.has(Finding.Level.WARNING) ? "Ready, with what stands above." : "Ready.";
    }
}
