package dev.slipway.verify.report;

import dev.slipway.verify.Drift;
import dev.slipway.verify.Plane;
import dev.slipway.verify.Verification;
import java.util.List;

/** For a terminal: {@code VerificationText.of("dev", verification)}. */
public final class VerificationText {
    private VerificationText() {}

    public static String of(String stage, Verification verification) {
        StringBuilder text = new StringBuilder();
        text.append("%s: %s%n".formatted(stage, verdict(verification)));
        for (Plane plane : Plane.values()) {
            List<Drift> drifts = verification.drifts().stream()
                    .filter(drift -> drift.plane() == plane)
                    .toList();
            if (!drifts.isEmpty()) {
                text.append("%n%s%n".formatted(title(plane)));
                drifts.forEach(drift -> text.append("  %s%n".formatted(drift)));
            }
        }
        section(text, "Not asked", verification.failures());
        section(text, "Not compared", verification.unasked());
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("%n%s%n".formatted(title));
            lines.forEach(line -> text.append("  %s%n".formatted(line)));
        }
    }

    static String title(Plane plane) {
        return plane == Plane.AWS ? "AWS" : "Cluster";
    }

    static String verdict(Verification verification) {
        int drifts = verification.drifts().size();
        boolean isWhole = verification.failures().isEmpty();
        String found = drifts == 0
                ? (isWhole ? "nothing has drifted" : "no drift in what was")
                : "%s %s".formatted(drifts, drifts == 1 ? "thing has drifted" : "things have drifted");
        return "%s%s, %s fields compared"
                .formatted(isWhole ? "" : "not asked to the end; ", found, verification.compared());
    }
}
