package dev.slipway.review.graph.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.acceptance.Rendered;
import dev.slipway.review.Synthesis;
import dev.slipway.review.graph.Change;
import dev.slipway.review.graph.Edge;
import dev.slipway.review.graph.Graph;
import dev.slipway.review.graph.Node;
import dev.slipway.review.graph.picture.Layout.Arrow;
import dev.slipway.review.graph.picture.Layout.Box;
import dev.slipway.review.graph.picture.Layout.Point;
import dev.slipway.review.topology.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures of 8 and of 50 services can be read: nothing lies on anything else. */
class LayoutTest {
    /** Of pixels: a dot on a screen that shows two for one. */
    private static final double DOT = 0.5;

    static Stream<Graph> pictures() {
        Synthesis ordering = Rendered.blueprints().get("OrderingPlatform");
        return Stream.concat(
                Stream.of(Graph.ofPlatform(Topology.of(ordering, "dev").orElseThrow()), fifty()),
                ordering.environments().stream()
                        .map(environment ->
                                Graph.of(Topology.of(ordering, environment).orElseThrow())));
    }

    /** Fifty services in ten domains, each with topics within its domain and some to the next. */
    static Graph fifty() {
        List<Node> nodes = new ArrayList<>();
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String service = "service/service-%s".formatted(i);
            String topic = "topic/domain%s.event-%s".formatted(i / 5, i);
            nodes.add(node(service, Node.Sort.SERVICE, "/api/service-%s".formatted(i), "postgres: RdsPostgres"));
            nodes.add(node(topic, Node.Sort.TOPIC, "12 partitions"));
            edges.add(edge(service, topic, Edge.Style.EVENTS));
            edges.add(edge(topic, "service/service-%s".formatted(i / 5 * 5 + (i + 1) % 5), Edge.Style.EVENTS));
            if (i % 5 == 0) {
                edges.add(edge(topic, "service/service-%s".formatted((i + 7) % 50), Edge.Style.STATE));
            }
            if (i % 10 == 3) {
                String host = "host/api-%s.example.com:443".formatted(i);
                nodes.add(node(host, Node.Sort.OUTSIDE));
                edges.add(edge(service, host, Edge.Style.REQUESTS));
            }
        }
        return new Graph(nodes, edges);
    }

    private static Node node(String id, Node.Sort sort, String... lines) {
        return new Node(
                id,
                sort,
                id.substring(id.indexOf('/') + 1),
                Stream.of(lines).map(line -> new Node.Line(line, Change.NONE)).toList(),
                Change.NONE);
    }

    private static Edge edge(String from, String to, Edge.Style style) {
        return new Edge(from, to, style, Change.NONE);
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void noTwoBoxesOverlapAndAllAreInThePicture(Graph graph) {
        Layout layout = Layout.of(graph);
        List<Box> boxes = layout.boxes();

        assertThat(boxes).extracting(Box::node).isEqualTo(graph.nodes());
        assertThat(boxes)
                .allMatch(box -> box.x() >= 0
                        && box.y() >= 0
                        && box.x() + box.width() <= layout.width()
                        && box.y() + box.height() <= layout.height());
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                assertThat(overlap(boxes.get(i), boxes.get(j)))
                        .as("%s and %s", boxes.get(i), boxes.get(j))
                        .isFalse();
            }
        }
    }

    private static boolean overlap(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyTextFitsIntoItsBox(Graph graph) {
        for (Box box : Layout.of(graph).boxes()) {
            List<String> texts = box.node().texts();
            for (int i = 0; i < texts.size(); i++) {
                double size = Type.size(box.node(), i);
                assertThat(Type.width(texts.get(i), size))
                        .as("width of %s in %s", texts.get(i), box)
                        .isLessThanOrEqualTo(box.width() - 2 * Type.MARGIN);
                assertThat(Type.baseline(box.node(), i) - size)
                        .as("top of line %s in %s", i, box)
                        .isPositive();
                assertThat(Type.baseline(box.node(), i))
                        .as("foot of line %s in %s", i, box)
                        .isLessThan(box.height());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void everyArrowLeadsFromBoxToBoxAndThroughNone(Graph graph) {
        Layout layout = Layout.of(graph);

        assertThat(layout.arrows()).extracting(Arrow::edge).isEqualTo(graph.edges());
        for (Arrow arrow : layout.arrows()) {
            List<Point> points = arrow.points();
            assertThat(touches(box(layout, arrow.edge().from()), points.get(0)))
                    .as(arrow.toString())
                    .isTrue();
            assertThat(touches(box(layout, arrow.edge().to()), points.get(points.size() - 1)))
                    .as(arrow.toString())
                    .isTrue();
            for (Box box : layout.boxes()) {
                assertThat(IntStream.range(1, points.size())
                                .noneMatch(i -> crosses(box, points.get(i - 1), points.get(i))))
                        .as("%s beside %s", arrow, box)
                        .isTrue();
            }
        }
    }

    private static Box box(Layout layout, String id) {
        return layout.boxes().stream()
                .filter(box -> box.node().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static boolean touches(Box box, Point point) {
        return point.x() >= box.x() - DOT
                && point.x() <= box.x() + box.width() + DOT
                && point.y() >= box.y() - DOT
                && point.y() <= box.y() + box.height() + DOT;
    }

    /** Each part of an arrow is horizontal or vertical. */
    private static boolean crosses(Box box, Point from, Point to) {
        return Math.max(from.x(), to.x()) > box.x() + DOT
                && Math.min(from.x(), to.x()) < box.x() + box.width() - DOT
                && Math.max(from.y(), to.y()) > box.y() + DOT
                && Math.min(from.y(), to.y()) < box.y() + box.height() - DOT;
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void theSameGraphIsTheSamePicture(Graph graph) {
        assertThat(Layout.of(graph)).isEqualTo(Layout.of(graph));
        assertThat(Svg.of(Layout.of(graph))).isEqualTo(Svg.of(Layout.of(new Graph(graph.nodes(), graph.edges()))));
    }
}
