package dev.slipway.review.difference.shift;

/** Whether more is possible than before, or less. */
public enum Direction {
    WIDENED,
    NARROWED
}
