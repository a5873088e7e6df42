package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.Node;
import dev.slipway.review.graph.Node.Sort;

/**
 * How much room the texts of a box take. In a font whose characters are all of one width, and drawn to exactly this width
 * whichever font a reader has, so that a picture is the same everywhere.
 */
final class Type {
    /** Of an em: what DejaVu Sans Mono, Menlo and Consolas have, within two hundredths. */
    private static final double CELL = 0.6;

    static final double TITLE = 14;
    static final double LINE = 11;
    static final double LEADING = 1.4;
    static final double MARGIN = 10;

    private Type() {}

    /** In pixels, at a size in pixels. */
    static double width(String text, double size) {
        return text.codePointCount(0, text.length()) * CELL * size;
    }

    static double size(Node node, int line) {
        return line == 0 && node.sort() == Sort.SERVICE ? TITLE : LINE;
    }

    static double widthOf(Node node) {
        double widest = 0;
        for (int i = 0; i < node.texts().size(); i++) {
            widest = Math.max(widest, width(node.texts().get(i), size(node, i)));
        }
        return Math.ceil(widest + 2 * MARGIN + (node.sort() == Sort.SERVICE ? 0 : MARGIN));
    }

    static double heightOf(Node node) {
        double height = 0;
        for (int i = 0; i < node.texts().size(); i++) {
            height += size(node, i) * LEADING;
        }
        return Math.ceil(height + MARGIN);
    }

    /** Where the foot of a line is below the upper edge of its box. */
    static double baseline(Node node, int line) {
        double height = MARGIN / 2;
        for (int i = 0; i <= line; i++) {
            height += size(node, i) * LEADING;
        }
        return height - size(node, line) * (LEADING - 1);
    }
}
