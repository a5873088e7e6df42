package dev.slipway.review.finding;

/** Whether a finding stops everything or is only said. */
public enum Severity {
    /** What was rendered would be refused, or would not work. */
    ERROR,

    /** It works, and somebody should look at it. */
    WARNING;

    /** In lower case, as it is shown. */
    public String word() {
        return this == ERROR ? "error" : "warning";
    }
}
