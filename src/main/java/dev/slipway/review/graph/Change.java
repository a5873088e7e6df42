package dev.slipway.review.graph;

/** What becomes of a part of a picture between two of them. */
public enum Change {
    /** It is the same in both, or there is one picture alone. */
    NONE(""),
    ADDED("+ "),
    REMOVED("- "),
    /** It is in both, and something about it differs. */
    CHANGED("");

    private final String sign;

    Change(String sign) {
        this.sign = sign;
    }

    /** Before a line of text, for who sees no colours. */
    String sign() {
        return sign;
    }
}
