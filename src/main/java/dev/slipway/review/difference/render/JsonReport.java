package dev.slipway.review.difference.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.review.Tree;
import dev.slipway.review.difference.Difference;
import java.util.List;
import java.util.Locale;

/**
 * A difference for programs. The shape is documented in {@code docs/reference/differences.md}; fields are added to it, and none is
 * taken away or given another meaning while {@code version} is the same.
 *
 * <pre>{@code
 * String json = JsonReport.of(difference, refused);
 * }</pre>
 */
public final class JsonReport {
    /** Of the shape. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonReport() {}

    /** Indented, and with a line break at its end. */
    public static String of(Difference difference, List<String> refused) {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("before", difference.before().name());
        root.put("after", difference.after().name());
        root.put("verdict", refused.isEmpty() ? "fine" : "refused");
        ArrayNode reasons = root.putArray("refused");
        refused.forEach(reasons::add);
        effects(root.putArray("effects"), difference);
        resources(root.putArray("resources"), difference);
        objects(root.putArray("objects"), difference);
        shifts(root.putArray("shifts"), difference);
        events(root.putArray("events"), difference);
        costs(root.putObject("costs"), difference);
        topologies(root.putObject("topologies"), difference);
        try {
            return JSON.writerWithDefaultPrettyPrinter()
                            .writeValueAsString(root)
                            .replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The difference cannot be written as JSON", e);
        }
    }

    private static void effects(ArrayNode array, Difference difference) {
        difference.effects().forEach(effect -> array.addObject()
                .put("detection", effect.detection().id())
                .put("danger", lower(effect.detection().danger()))
                .put("place", effect.place())
                .put("subject", effect.subject())
                .put("what", effect.what())
                .put("grave", effect.isGrave()));
    }

    private static void resources(ArrayNode array, Difference difference) {
        difference.changes().resources().forEach(change -> {
            ObjectNode node = array.addObject()
                    .put("stack", change.stack())
                    .put("id", change.id())
                    .put("type", change.type())
                    .put("kind", lower(change.kind()))
                    .put("stateful", change.isStateful())
                    .put("retention", lower(change.retention()));
            ArrayNode properties = node.putArray("properties");
            change.properties().forEach(property -> {
                ObjectNode one = properties.addObject().put("path", property.path());
                value(one, "before", property.before());
                value(one, "after", property.after());
                one.put("replacement", lower(property.replacement()));
            });
        });
    }

    private static void objects(ArrayNode array, Difference difference) {
        difference.changes().objects().forEach(change -> {
            ObjectNode node = array.addObject()
                    .put("environment", change.environment())
                    .put("kind", change.kind())
                    .put("namespace", change.namespace())
                    .put("name", change.name())
                    .put("change", lower(change.change()))
                    .put("restartsPods", change.restartsPods());
            ArrayNode immutable = node.putArray("immutable");
            change.immutable().forEach(finding -> immutable.add(finding.field()));
            ArrayNode fields = node.putArray("fields");
            change.fields().forEach(field -> {
                ObjectNode one = fields.addObject().put("path", field.path());
                value(one, "before", field.before());
                value(one, "after", field.after());
            });
        });
    }

    private static void shifts(ArrayNode array, Difference difference) {
        difference.shifts().forEach(shift -> {
            ObjectNode node = array.addObject()
                    .put("direction", lower(shift.direction()))
                    .put("kind", shift.kind().words())
                    .put("place", shift.place())
                    .put("subject", shift.subject());
            ArrayNode actions = node.putArray("actions");
            shift.actions().forEach(actions::add);
            ArrayNode objects = node.putArray("objects");
            shift.objects().forEach(objects::add);
            node.put("condition", shift.condition()).put("grave", shift.isGrave());
        });
    }

    private static void events(ArrayNode array, Difference difference) {
        difference.events().forEach(change -> array.addObject()
                .put("environment", change.environment())
                .put("topic", change.topic())
                .put("what", change.what())
                .put("breaking", change.isBreaking()));
    }

    private static void costs(ObjectNode costs, Difference difference) {
        difference.costs().forEach((environment, cost) -> {
            ObjectNode node = costs.putObject(environment)
                    .put("before", cost.before().dollars())
                    .put("after", cost.after().dollars())
                    .put("change", cost.change().dollars());
            ArrayNode lines = node.putArray("lines");
            cost.lines().forEach(line -> lines.addObject()
                    .put("stack", line.stack())
                    .put("subject", line.subject())
                    .put("item", line.item())
                    .put("before", line.was().dollars())
                    .put("after", line.is().dollars()));
            ArrayNode unpriced = node.putArray("unpriced");
            cost.unpriced().forEach(thing -> unpriced.addObject()
                    .put("stack", thing.stack())
                    .put("type", thing.type())
                    .put("subject", thing.subject()));
        });
    }

    private static void topologies(ObjectNode topologies, Difference difference) {
        difference.topologies().forEach((environment, change) -> {
            ObjectNode node = topologies.putObject(environment);
            ObjectNode nodes = node.putObject("nodes");
            change.nodes().forEach((name, state) -> nodes.put(name, lower(state)));
            ArrayNode edges = node.putArray("edges");
            change.edges().forEach((arrow, state) -> edges.addObject()
                    .put("from", arrow.from())
                    .put("to", arrow.to())
                    .put("kind", arrow.kind())
                    .put("state", lower(state)));
            node.put("mermaid", change.mermaid());
        });
    }

    /** Left out where there is none. */
    private static void value(ObjectNode node, String field, Tree value) {
        if (value.exists()) {
            try {
                node.set(field, JSON.readTree(value.toString()));
            } catch (JsonProcessingException e) {
                node.put(field, value.text());
            }
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
