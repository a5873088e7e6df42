package dev.slipway.review.graph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.review.graph.Change;
import dev.slipway.review.graph.Edge;
import dev.slipway.review.graph.Graph;
import dev.slipway.review.graph.Node;
import dev.slipway.review.graph.picture.Layout.Box;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What stands in an SVG and in a PNG. */
class DrawingTest {
    private static final Graph GRAPH = new Graph(
            List.of(
                    node("service/a", Node.Sort.SERVICE, "a<b & c", Change.NONE),
                    node("topic/t", Node.Sort.TOPIC, "t", Change.ADDED),
                    node("host/h", Node.Sort.OUTSIDE, "h", Change.REMOVED)),
            List.of(
                    new Edge("service/a", "topic/t", Edge.Style.EVENTS, Change.ADDED),
                    new Edge("service/a", "host/h", Edge.Style.REQUESTS, Change.REMOVED)));
    private static final Layout LAYOUT = Layout.of(GRAPH);

    private static Node node(String id, Node.Sort sort, String title, Change change) {
        return new Node(id, sort, title, List.of(new Node.Line("line of " + title, Change.NONE)), change);
    }

    private static Document svg() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(Svg.of(LAYOUT))));
    }

    @Test
    void anSvgIsXmlWithEveryTextAsItIs() throws Exception {
        assertThat(svg().getElementsByTagName("text").getLength()).isEqualTo(6);
        assertThat(svg().getDocumentElement().getTextContent()).contains("a<b & c", "line of a<b & c", "+ t", "- h");
    }

    @Test
    void anSvgHoldsNothingThatRunsOrIsLoaded() {
        assertThat(Svg.of(LAYOUT)).doesNotContain("<script", "<style", "href", "url(", "onload");
    }

    @Test
    void whatIsRemovedIsDashed() throws Exception {
        assertThat(svg().getElementsByTagName("polyline")
                        .item(1)
                        .getAttributes()
                        .getNamedItem("stroke-dasharray"))
                .isNotNull();
        assertThat(svg().getElementsByTagName("polyline")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("stroke-dasharray"))
                .isNull();
    }

    @Test
    void numbersReadAlikeInEveryLocale() {
        Locale before = Locale.getDefault();
        String expected = Svg.of(LAYOUT);
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(Svg.of(LAYOUT)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aPngHasTwoDotsForEachPixelAndBoxesWhereTheLayoutHasThem() throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(Png.of(LAYOUT)));

        assertThat(image.getWidth()).isEqualTo((int) Math.ceil(LAYOUT.width() * 2));
        for (Box box : LAYOUT.boxes()) {
            int x = (int) Math.round((box.x() + box.width() - 4) * 2);
            int y = (int) Math.round((box.y() + box.height() / 2) * 2);
            assertThat(new Color(image.getRGB(x, y)))
                    .as("inside of %s", box)
                    .isEqualTo(Color.decode(Palette.fill(box.node().sort())));
        }
        assertThat(new Color(image.getRGB(1, 1))).isEqualTo(Color.WHITE);
    }

    @Test
    void anEmptyGraphIsAPictureToo() throws IOException {
        Layout empty = Layout.of(new Graph(List.of(), List.of()));

        assertThat(Svg.of(empty)).startsWith("<svg ");
        assertThat(ImageIO.read(new ByteArrayInputStream(Png.of(empty)))).isNotNull();
    }
}
