package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.Edge;
import dev.slipway.review.graph.Graph;
import dev.slipway.review.graph.Node;
import java.util.List;

/**
 * Where each box and arrow of a picture is, in pixels from its upper left corner.
 *
 * <pre>{@code
 * Svg.of(Layout.of(graph))
 * }</pre>
 */
public record Layout(double width, double height, List<Box> boxes, List<Arrow> arrows) {
    /** A box with its upper left corner. */
    public record Box(Node node, double x, double y, double width, double height) {}

    /**
     * An arrow.
     *
     * @param points where it starts, bends and ends; each part is horizontal or vertical
     */
    public record Arrow(Edge edge, List<Point> points) {
        public Arrow {
            points = List.copyOf(points);
        }
    }

    /** A place. */
    public record Point(double x, double y) {}

    public Layout {
        boxes = List.copyOf(boxes);
        arrows = List.copyOf(arrows);
    }

    /** Places every box so that none overlaps another, and what flows goes from left to right as far as it can. */
    public static Layout of(Graph graph) {
        return new Placement(graph).layout();
    }
}
