package dev.slipway.review.difference.topology;

/** Whether a node or an arrow is in both topologies, or in one. */
public enum State {
    SAME,
    CHANGED,
    ADDED,
    REMOVED
}
