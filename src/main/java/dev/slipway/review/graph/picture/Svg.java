package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.Change;
import dev.slipway.review.graph.Node;
import dev.slipway.review.graph.Node.Sort;
import dev.slipway.review.graph.picture.Layout.Arrow;
import dev.slipway.review.graph.picture.Layout.Box;
import dev.slipway.review.graph.picture.Layout.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** A picture as SVG, without script, style sheet or anything from elsewhere; the same bytes for the same graph. */
public final class Svg {
    private static final String FONT = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";
    private static final double ROUND = 4;
    private static final double HEAD = 7;
    private static final double HALF_HEAD = 3.5;

    private final StringBuilder text = new StringBuilder();

    private Svg() {}

    /** The text of a file. */
    public static String of(Layout layout) {
        Svg svg = new Svg();
        svg.add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" font-family=\"%s\">\n",
                number(layout.width()), number(layout.height()), number(layout.width()), number(layout.height()), FONT);
        svg.add(
                "<rect width=\"%s\" height=\"%s\" fill=\"%s\"/>\n",
                number(layout.width()), number(layout.height()), Palette.PAPER);
        layout.arrows().forEach(svg::arrow);
        layout.boxes().forEach(svg::box);
        return svg.add("</svg>\n").text.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be another dependency
    private Svg add(String format, Object... values) {
        text.append(format.formatted(values));
        return this;
    }

    private void arrow(Arrow arrow) {
        String stroke = Palette.stroke(arrow.edge());
        String dashes = DoubleStream.of(Palette.dashes(arrow.edge()))
                .mapToObj(Svg::number)
                .collect(Collectors.joining(" "));
        add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.2\"%s/>\n",
                arrow.points().stream().map(Svg::place).collect(Collectors.joining(" ")),
                stroke,
                dashes.isEmpty() ? "" : " stroke-dasharray=\"%s\"".formatted(dashes));
        add(
                "<polygon points=\"%s\" fill=\"%s\"/>\n",
                Heads.of(arrow, HEAD, HALF_HEAD).stream().map(Svg::place).collect(Collectors.joining(" ")), stroke);
    }

    private void box(Box box) {
        Node node = box.node();
        String stroke = Palette.ink(node.change(), Palette.stroke(node.sort()));
        add(
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" rx=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n",
                number(box.x()),
                number(box.y()),
                number(box.width()),
                number(box.height()),
                number(rounding(box)),
                Palette.fill(node.sort()),
                stroke,
                node.change() == Change.NONE ? "1" : "2",
                node.change() == Change.REMOVED || node.sort() == Sort.OUTSIDE ? " stroke-dasharray=\"5 3\"" : "");
        for (int i = 0; i < node.texts().size(); i++) {
            line(box, i);
        }
    }

    /** A topic is round at both ends. */
    static double rounding(Box box) {
        return box.node().sort() == Sort.TOPIC ? box.height() / 2 : ROUND;
    }

    private void line(Box box, int line) {
        Node node = box.node();
        String written = node.texts().get(line);
        double size = Type.size(node, line);
        double width = Type.width(written, size);
        add(
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\" xml:space=\"preserve\" fill=\"%s\"%s>%s</text>\n",
                number(box.x() + (box.width() - width) / 2),
                number(box.y() + Type.baseline(node, line)),
                number(size),
                number(width),
                ink(node, line),
                line == 0 ? " font-weight=\"bold\"" : "",
                escaped(written));
    }

    static String ink(Node node, int line) {
        Change change = line == 0 ? node.change() : node.lines().get(line - 1).change();
        return Palette.ink(change, line == 0 ? Palette.INK : Palette.QUIET);
    }

    private static String place(Point point) {
        return "%s,%s".formatted(number(point.x()), number(point.y()));
    }

    /** To a tenth of a pixel, with a point in every locale. */
    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String written) {
        return written.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
