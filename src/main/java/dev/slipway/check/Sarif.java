package dev.slipway.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.report.Report.Accepted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is found, as https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html has it. */
final class Sarif {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final CheckResult result;
    private final Function<String, String> paths;
    private final Map<String, Integer> indices = new LinkedHashMap<>();

    private Sarif(CheckResult result, Function<String, String> paths) {
        this.result = result;
        this.paths = paths;
    }

    static String of(CheckResult result, Function<String, String> paths) {
        return CheckJson.written(new Sarif(result, paths).log());
    }

    private ObjectNode log() {
        ObjectNode log = CheckJson.object().put("$schema", SCHEMA).put("version", "2.1.0");
        ObjectNode run = log.putArray("runs").addObject();
        ObjectNode driver = run.putObject("tool").putObject("driver").put("name", "slipway");
        rules(driver.putArray("rules"));
        ArrayNode results = run.putArray("results");
        result.findings().forEach(finding -> write(finding, results.addObject()));
        result.accepted().forEach(one -> suppress(one, results.addObject()));
        return log;
    }

    /** Those that found something and the plan's among them: whoever shows results looks their rules up here. */
    private void rules(ArrayNode rules) {
        result.rules().forEach(rule -> describe(rule, rules.addObject()));
        Stream.concat(result.findings().stream(), result.accepted().stream().map(Accepted::finding))
                .map(Finding::rule)
                .distinct()
                .filter(id -> !indices.containsKey(id))
                .forEach(id -> {
                    indices.put(id, indices.size());
                    rules.addObject().put("id", id);
                });
    }

    private void describe(Rule rule, ObjectNode node) {
        indices.put(rule.id(), indices.size());
        node.put("id", rule.id());
        node.putObject("shortDescription").put("text", rule.reason());
        node.putObject("help").put("text", rule.fix());
        node.putObject("defaultConfiguration").put("level", rule.severity().word());
    }

    private void write(Finding finding, ObjectNode node) {
        node.put("ruleId", finding.rule());
        node.put("ruleIndex", indices.getOrDefault(finding.rule(), -1));
        node.put("level", finding.severity().word());
        node.putObject("message")
                .put("text", "%s Fix: %s".formatted(finding.text().strip(), finding.fix()));
        Optional<Spot> declared = finding.location()
                .origin()
                .filter(origin -> origin.line() > 0)
                .map(origin -> new Spot(paths.apply(origin.file()), origin.line()));
        Optional<Spot> rendered = Spot.inOutput(result.synthesis(), finding);
        declared.or(() -> rendered).ifPresent(spot -> write(spot, node.putArray("locations")));
        if (declared.isPresent()) {
            rendered.ifPresent(spot -> write(spot, node.putArray("relatedLocations")));
        }
    }

    private static void write(Spot spot, ArrayNode locations) {
        ObjectNode place = locations.addObject().putObject("physicalLocation");
        place.putObject("artifactLocation").put("uri", spot.file());
        place.putObject("region").put("startLine", spot.line());
    }

    /** Accepted where it arises, in the user's program. */
    private void suppress(Accepted one, ObjectNode node) {
        write(one.finding(), node);
        node.putArray("suppressions")
                .addObject()
                .put("kind", "inSource")
                .put("status", "accepted")
                .put("justification", one.acceptance().reason());
    }
}
