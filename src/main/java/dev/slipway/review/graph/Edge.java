package dev.slipway.review.graph;

/**
 * An arrow between two boxes, by their ids.
 *
 * @param style by what flows
 */
public record Edge(String from, String to, Style style, Change change) {
    /** How it is drawn. */
    public enum Style {
        /** Events, worked off once by each group. */
        EVENTS,
        /** A copy of a compacted topic. */
        STATE,
        /** Requests, connections, use of a store. */
        REQUESTS
    }

    Edge with(Change newChange) {
        return new Edge(from, to, style, newChange);
    }

    boolean isBetween(Edge other) {
        return from.equals(other.from) && to.equals(other.to) && style == other.style;
    }
}
