package dev.slipway.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Against what https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json asks for and admits. */
class SarifTest {
    private static final Service ORDER = Service.java("order").accepts("kubernetes/selector", "it is a test");
    private static final Platform SHOP = Platform.named("shop").services(ORDER).environments(Environment.named("dev"));

    private static final Synthesis BROKEN =
            Synthesis.of(Map.of("dist/dev/order.k8s.yaml", """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: order
              namespace: default
            """, "dist/dev/platform.k8s.yaml", """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: Shop
            """));

    /** By kind of object in the schema: what must be there, then what may be. */
    private static final Map<String, List<Set<String>>> OBJECTS = Map.ofEntries(
            object("sarifLog", Set.of("version", "runs"), Set.of("$schema")),
            object("run", Set.of("tool"), Set.of("results")),
            object("tool", Set.of("driver"), Set.of()),
            object("toolComponent", Set.of("name"), Set.of("rules")),
            object("reportingDescriptor", Set.of("id"), Set.of("shortDescription", "help", "defaultConfiguration")),
            object("multiformatMessageString", Set.of("text"), Set.of()),
            object("reportingConfiguration", Set.of(), Set.of("level")),
            object(
                    "result",
                    Set.of("message"),
                    Set.of("ruleId", "ruleIndex", "level", "locations", "relatedLocations", "suppressions")),
            object("location", Set.of(), Set.of("physicalLocation")),
            object("physicalLocation", Set.of("artifactLocation"), Set.of("region")),
            object("suppression", Set.of("kind"), Set.of("status", "justification")));

    private static Map.Entry<String, List<Set<String>>> object(String name, Set<String> required, Set<String> more) {
        Set<String> allowed = new TreeSet<>(required);
        allowed.addAll(more);
        return Map.entry(name, List.of(required, allowed));
    }

    private static JsonNode of(String kind, JsonNode node) {
        Set<String> fields = new TreeSet<>();
        node.fieldNames().forEachRemaining(fields::add);
        assertThat(fields)
                .as(kind)
                .containsAll(OBJECTS.get(kind).get(0))
                .isSubsetOf(OBJECTS.get(kind).get(1));
        return node;
    }

    private static JsonNode log() throws IOException {
        CheckResult result = PlatformCheck.of(new Plan(SHOP, List.of(), List.of()), BROKEN);
        return new ObjectMapper().readTree(result.sarif(name -> "src/main/java/acme/" + name));
    }

    @Test
    void hasTheStructureOfTheSchema() throws IOException {
        JsonNode log = of("sarifLog", log());
        assertThat(log.get("version").asText()).isEqualTo("2.1.0");
        JsonNode run = of("run", log.at("/runs/0"));
        JsonNode driver = of("toolComponent", of("tool", run.get("tool")).get("driver"));
        for (JsonNode rule : driver.get("rules")) {
            of("reportingDescriptor", rule);
            of("multiformatMessageString", rule.get("shortDescription"));
            of("multiformatMessageString", rule.get("help"));
            assertThat(of("reportingConfiguration", rule.get("defaultConfiguration"))
                            .get("level")
                            .asText())
                    .isIn("error", "warning", "note", "none");
        }
        assertThat(run.get("results")).isNotEmpty();
        for (JsonNode result : run.get("results")) {
            ofResult(result, driver.get("rules"));
        }
    }

    private static void ofResult(JsonNode result, JsonNode rules) {
        of("result", result);
        assertThat(result.at("/message/text").asText()).contains(" Fix: ");
        assertThat(result.get("level").asText()).isIn("error", "warning", "note", "none");
        assertThat(rules.at("/%s/id".formatted(result.get("ruleIndex").asInt())))
                .isEqualTo(result.get("ruleId"));
        for (String field : List.of("locations", "relatedLocations")) {
            for (JsonNode location : result.path(field)) {
                JsonNode place = of("physicalLocation", of("location", location).get("physicalLocation"));
                assertThat(place.at("/artifactLocation/uri").asText())
                        .doesNotStartWith("/")
                        .doesNotContain(" ");
                assertThat(place.at("/region/startLine").asInt()).isPositive();
            }
        }
    }

    @Test
    void pointsToTheProgramAndThenToTheOutput() throws IOException {
        JsonNode results = log().at("/runs/0/results");
        JsonNode accepted = null;
        for (JsonNode result : results) {
            accepted = result.get("ruleId").asText().equals("kubernetes/selector") ? result : accepted;
        }
        assertThat(accepted).isNotNull();
        assertThat(accepted.at("/locations/0/physicalLocation"))
                .hasToString(
                        "{\"artifactLocation\":{\"uri\":\"src/main/java/acme/SarifTest.java\"},\"region\":{\"startLine\":%s}}"
                                .formatted(ORDER.origin().line()));
        assertThat(accepted.at("/relatedLocations/0/physicalLocation"))
                .hasToString(
                        "{\"artifactLocation\":{\"uri\":\"dist/dev/order.k8s.yaml\"},\"region\":{\"startLine\":1}}");
        assertThat(of("suppression", accepted.at("/suppressions/0")))
                .hasToString("{\"kind\":\"inSource\",\"status\":\"accepted\",\"justification\":\"it is a test\"}");
    }
}
