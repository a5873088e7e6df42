package dev.slipway.review.difference.report;

/**
 * A line of a report.
 *
 * @param depth 0 for a line of its own, more for what belongs to the one before
 */
public record Line(Mark mark, int depth, String text) {
    static Line of(String text) {
        return new Line(Mark.NONE, 0, text);
    }
}
