package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.picture.Layout.Arrow;
import dev.slipway.review.graph.picture.Layout.Point;
import java.util.List;

/** The heads of arrows. */
final class Heads {
    private Heads() {}

    /** The corners of a triangle whose tip is where the arrow ends. */
    static List<Point> of(Arrow arrow, double length, double half) {
        List<Point> points = arrow.points();
        Point tip = points.get(points.size() - 1);
        Point from = points.get(points.size() - 2);
        double distance = Math.max(1, Math.hypot(tip.x() - from.x(), tip.y() - from.y()));
        double alongX = (tip.x() - from.x()) / distance;
        double alongY = (tip.y() - from.y()) / distance;
        double baseX = tip.x() - alongX * length;
        double baseY = tip.y() - alongY * length;
        return List.of(
                tip,
                new Point(baseX - alongY * half, baseY + alongX * half),
                new Point(baseX + alongY * half, baseY - alongX * half));
    }
}
