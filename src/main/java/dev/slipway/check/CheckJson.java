package dev.slipway.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.platform.Origin;
import dev.slipway.review.finding.Finding;
import java.util.Optional;

/** What is found, as JSON: an object with {@code findings} and {@code accepted}. */
final class CheckJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private CheckJson() {}

    static String of(CheckResult result) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode findings = root.putArray("findings");
        result.findings().forEach(finding -> write(result, finding, findings.addObject()));
        ArrayNode accepted = root.putArray("accepted");
        result.accepted().forEach(one -> {
            ObjectNode node = accepted.addObject();
            write(result, one.finding(), node);
            node.put("reason", one.acceptance().reason());
            write(node, "acceptedAt", Optional.of(one.acceptance().origin()));
        });
        return written(root);
    }

    static String written(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The findings cannot be written", e);
        }
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private static void write(CheckResult result, Finding finding, ObjectNode node) {
        node.put("rule", finding.rule());
        node.put("severity", finding.severity().word());
        finding.location().environment().ifPresent(name -> node.put("environment", name));
        finding.location().service().ifPresent(name -> node.put("service", name));
        node.put("object", finding.object());
        node.put("field", finding.field());
        node.put("what", finding.what());
        node.put("fix", finding.fix());
        write(node, "declaredAt", finding.location().origin());
        Spot.inOutput(result.synthesis(), finding)
                .ifPresent(spot ->
                        node.putObject("renderedTo").put("file", spot.file()).put("line", spot.line()));
    }

    private static void write(ObjectNode node, String field, Optional<Origin> origin) {
        origin.ifPresent(
                place -> node.putObject(field).put("file", place.file()).put("line", place.line()));
    }
}
