package dev.slipway.review.difference.report;

import java.util.List;

/**
 * A part of a report.
 *
 * @param title {@code AWS resources}
 * @param summary how much it is, in a few words: {@code 1 replaced, 3 changed}
 */
public record Section(String title, String summary, List<Line> lines) {
    public Section {
        lines = List.copyOf(lines);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }
}
