package dev.slipway.review.difference.report;

/** What stands at the beginning of a line. */
public enum Mark {
    ADDED('+'),
    REMOVED('-'),
    CHANGED('~'),
    DANGER('!'),
    NONE(' ');

    private final char sign;

    Mark(char sign) {
        this.sign = sign;
    }

    public char sign() {
        return sign;
    }
}
