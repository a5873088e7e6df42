package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.Change;
import dev.slipway.review.graph.Node;
import dev.slipway.review.graph.Node.Sort;
import dev.slipway.review.graph.picture.Layout.Arrow;
import dev.slipway.review.graph.picture.Layout.Box;
import dev.slipway.review.graph.picture.Layout.Point;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * A picture as PNG, for where no SVG is shown. Boxes and arrows are where the SVG has them; letters are those of a font of
 * this machine, so bytes may differ on another.
 */
public final class Png {
    /** For screens that show two dots a pixel; the longer side of huge pictures stays below what viewers open. */
    private static final double SCALE = 2;

    private static final double LONGEST = 16_000;
    private static final float DASH = 5;
    private static final float GAP = 3;
    private static final float THIN = 1.2f;
    private static final double HEAD = 7;
    private static final double HALF_HEAD = 3.5;

    private final Graphics2D graphics;

    private Png(Graphics2D graphics) {
        this.graphics = graphics;
    }

    /** The bytes of a file. */
    public static byte[] of(Layout layout) {
        double scale = Math.min(SCALE, LONGEST / Math.max(layout.width(), layout.height()));
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.ceil(layout.width() * scale)),
                Math.max(1, (int) Math.ceil(layout.height() * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.scale(scale, scale);
            graphics.setColor(Color.decode(Palette.PAPER));
            graphics.fill(new Rectangle2D.Double(0, 0, layout.width() + 1, layout.height() + 1));
            Png png = new Png(graphics);
            layout.arrows().forEach(png::arrow);
            layout.boxes().forEach(png::box);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be written to memory", e);
        }
        return bytes.toByteArray();
    }

    private void arrow(Arrow arrow) {
        graphics.setColor(Color.decode(Palette.stroke(arrow.edge())));
        double[] dashes = Palette.dashes(arrow.edge());
        graphics.setStroke(
                dashes.length == 0 ? new BasicStroke(THIN) : dashed(THIN, (float) dashes[0], (float) dashes[1]));
        graphics.draw(path(arrow.points()));
        Path2D head = path(Heads.of(arrow, HEAD, HALF_HEAD));
        head.closePath();
        graphics.fill(head);
    }

    private static Path2D path(List<Point> points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
        return path;
    }

    private static BasicStroke dashed(float width, float dash, float gap) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {dash, gap}, 0);
    }

    private void box(Box box) {
        Node node = box.node();
        double round = 2 * Svg.rounding(box);
        RoundRectangle2D shape = new RoundRectangle2D.Double(box.x(), box.y(), box.width(), box.height(), round, round);
        graphics.setColor(Color.decode(Palette.fill(node.sort())));
        graphics.fill(shape);
        graphics.setColor(Color.decode(Palette.ink(node.change(), Palette.stroke(node.sort()))));
        float width = node.change() == Change.NONE ? 1 : 2;
        boolean isDashed = node.change() == Change.REMOVED || node.sort() == Sort.OUTSIDE;
        graphics.setStroke(isDashed ? dashed(width, DASH, GAP) : new BasicStroke(width));
        graphics.draw(shape);
        for (int i = 0; i < node.texts().size(); i++) {
            line(box, i);
        }
    }

    /** Stretched to the width that it has in every other picture. */
    private void line(Box box, int line) {
        Node node = box.node();
        String written = node.texts().get(line);
        double size = Type.size(node, line);
        double width = Type.width(written, size);
        Font font = new Font(Font.MONOSPACED, line == 0 ? Font.BOLD : Font.PLAIN, 1).deriveFont((float) size);
        double natural =
                font.getStringBounds(written, graphics.getFontRenderContext()).getWidth();
        AffineTransform before = graphics.getTransform();
        graphics.setFont(font);
        graphics.setColor(Color.decode(Svg.ink(node, line)));
        graphics.translate(box.x() + (box.width() - width) / 2, box.y() + Type.baseline(node, line));
        graphics.scale(natural > 0 ? width / natural : 1, 1);
        graphics.drawString(written, 0, 0);
        graphics.setTransform(before);
    }
}
