package dev.slipway.review.graph.picture;

import dev.slipway.review.graph.Edge;
import dev.slipway.review.graph.Graph;
import dev.slipway.review.graph.Node;
import dev.slipway.review.graph.picture.Layout.Arrow;
import dev.slipway.review.graph.picture.Layout.Box;
import dev.slipway.review.graph.picture.Layout.Point;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Places boxes in layers with the Eclipse Layout Kernel: https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html. */
final class Placement {
    private static final double BORDER = 16;
    private static final double BETWEEN_BOXES = 14;
    private static final double BETWEEN_LAYERS = 34;
    private static final double BETWEEN_ARROWS = 7;

    /** Width by height of the whole, where parts that are not connected leave a choice. */
    private static final double SHAPE = 1.6;

    private static final int TRIES = 20;

    private final Map<String, ElkNode> placed = new LinkedHashMap<>();
    private final Map<Edge, ElkEdge> routed = new LinkedHashMap<>();
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Graph graph;

    Placement(Graph graph) {
        this.graph = graph;
    }

    Layout layout() {
        root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        root.setProperty(CoreOptions.PADDING, new ElkPadding(BORDER));
        root.setProperty(CoreOptions.ASPECT_RATIO, SHAPE);
        root.setProperty(CoreOptions.RANDOM_SEED, 1);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE, BETWEEN_BOXES);
        root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, BETWEEN_LAYERS);
        root.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, BETWEEN_ARROWS);
        root.setProperty(LayeredOptions.SPACING_EDGE_NODE_BETWEEN_LAYERS, BETWEEN_ARROWS);
        root.setProperty(LayeredOptions.MERGE_EDGES, false);
        root.setProperty(LayeredOptions.THOROUGHNESS, TRIES);
        graph.nodes().forEach(node -> {
            ElkNode box = ElkGraphUtil.createNode(root);
            box.setDimensions(Type.widthOf(node), Type.heightOf(node));
            placed.put(node.id(), box);
        });
        graph.edges()
                .forEach(edge -> routed.put(
                        edge, ElkGraphUtil.createSimpleEdge(placed.get(edge.from()), placed.get(edge.to()))));
        new RecursiveGraphLayoutEngine().layout(root, new NullElkProgressMonitor());
        return new Layout(
                root.getWidth(),
                root.getHeight(),
                graph.nodes().stream().map(this::box).toList(),
                graph.edges().stream().map(this::arrow).toList());
    }

    private Box box(Node node) {
        ElkNode box = Objects.requireNonNull(placed.get(node.id()));
        return new Box(node, box.getX(), box.getY(), box.getWidth(), box.getHeight());
    }

    private Arrow arrow(Edge edge) {
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : Objects.requireNonNull(routed.get(edge)).getSections()) {
            points.add(new Point(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> points.add(new Point(bend.getX(), bend.getY())));
            points.add(new Point(section.getEndX(), section.getEndY()));
        }
        return new Arrow(edge, points);
    }
}
