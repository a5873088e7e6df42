package dev.slipway.verify.report;

import dev.slipway.verify.Drift;
import dev.slipway.verify.Verification;
import java.util.List;

/** For the summary of a workflow, which GitHub cuts off at a megabyte: {@code VerificationMarkdown.of("dev", verification)}. */
public final class VerificationMarkdown {
    private static final int MOST = 200;

    private VerificationMarkdown() {}

    public static String of(String stage, Verification verification) {
        StringBuilder text = new StringBuilder("### %s: %s%n".formatted(stage, VerificationText.verdict(verification)));
        List<Drift> drifts = verification.drifts();
        if (!drifts.isEmpty()) {
            text.append("%n| plane | object | field | synthesized | found |%n| --- | --- | --- | --- | --- |%n"
                    .formatted());
            drifts.stream()
                    .limit(MOST)
                    .forEach(drift -> text.append("| %s | %s | %s | %s | %s |%n"
                            .formatted(
                                    VerificationText.title(drift.plane()),
                                    cell(drift.object()),
                                    cell(drift.field()),
                                    cell(drift.expected()),
                                    cell(drift.found()))));
            if (drifts.size() > MOST) {
                text.append("%nand %s more%n".formatted(drifts.size() - MOST));
            }
        }
        list(text, "Not asked", verification.failures());
        list(text, "Not compared", verification.unasked());
        return text.toString();
    }

    private static void list(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("%n<details><summary>%s: %s</summary>%n%n".formatted(title, lines.size()));
            lines.stream().limit(MOST).forEach(line -> text.append("- %s%n".formatted(cell(line))));
            text.append("%n</details>%n".formatted());
        }
    }

    /** As code, in which nothing else is Markdown; what somebody has put into a cluster is shown, and not rendered. */
    private static String cell(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}`|]", " ").strip();
        return plain.isEmpty() ? "" : "`" + plain + "`";
    }
}
