package dev.slipway.check;

import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * A line of a file.
 *
 * @param line from 1
 */
record Spot(String file, int line) {
    /** Where the object or resource of a finding begins in the output. */
    static Optional<Spot> inOutput(Synthesis synthesis, Finding finding) {
        return finding.location()
                .file()
                .map(file -> new Spot(file, line(synthesis.files().getOrDefault(file, ""), finding)));
    }

    /** {@code Deployment order in dev/order.k8s.yaml} or {@code AWS::RDS::DBInstance Instance in dev/database}. */
    private static int line(String text, Finding finding) {
        String[] words = finding.object().split(" ", 3);
        if (words.length < 2) {
            return 1;
        }
        List<String> lines = text.lines().toList();
        return words[0].contains("::") ? ofResource(lines, words[1]) : ofObject(lines, words[0], words[1]);
    }

    private static int ofResource(List<String> lines, String id) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith("\"" + id + "\": {")) {
                return i + 1;
            }
        }
        return 1;
    }

    private static int ofObject(List<String> lines, String kind, String name) {
        int start = 1;
        boolean isKind = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.equals("---")) {
                start = i + 2;
                isKind = false;
            }
            isKind |= line.equals("kind: " + kind);
            if (isKind && line.equals("  name: " + name)) {
                return start;
            }
        }
        return 1;
    }
}
