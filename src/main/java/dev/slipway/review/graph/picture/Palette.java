package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.Change;
import dev.slipway.review.graph.Edge;
import dev.slipway.review.graph.Node.Sort;

/** The colours, which differ in lightness too, so that they can be told apart without seeing colours. */
final class Palette {
    static final String PAPER = "#ffffff";
    static final String INK = "#1f2328";
    static final String QUIET = "#59636e";

    private Palette() {}

    static String fill(Sort sort) {
        return switch (sort) {
            case SERVICE -> "#ddf4ff";
            case TOPIC -> "#fff8c5";
            case STORE -> "#dafbe1";
            case OUTSIDE -> "#f6f8fa";
        };
    }

    static String stroke(Sort sort) {
        return switch (sort) {
            case SERVICE -> "#0969da";
            case TOPIC -> "#9a6700";
            case STORE -> "#1a7f37";
            case OUTSIDE -> QUIET;
        };
    }

    static String ink(Change change, String otherwise) {
        return switch (change) {
            case ADDED -> "#1a7f37";
            case REMOVED -> "#cf222e";
            case NONE, CHANGED -> otherwise;
        };
    }

    static String stroke(Edge edge) {
        String otherwise =
                switch (edge.style()) {
                    case EVENTS -> "#9a6700";
                    case STATE -> "#8250df";
                    case REQUESTS -> QUIET;
                };
        return ink(edge.change(), otherwise);
    }

    /** Dashes and gaps in pixels; none of a solid line. */
    static double[] dashes(Edge edge) {
        if (edge.change() == Change.REMOVED) {
            return new double[] {6, 4};
        }
        return edge.style() == Edge.Style.STATE ? new double[] {2, 3} : new double[0];
    }
}
