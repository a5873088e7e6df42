package dev.slipway.ordering.schemas;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The table of README.md is what the contract and the schemas say; {@code -Dslipway.update=true} writes it anew. */
final class TopicsPageTest {
    private static final Path PAGE = Folder.SCHEMAS.resolve("README.md");
    private static final String START = "<!-- topics -->\n";
    private static final String END = "<!-- end -->";

    @Test
    void theTableOfTopicsIsTheContractsAndTheSchemas() {
        String page = Folder.read(PAGE);
        int start = page.indexOf(START) + START.length();
        int end = page.indexOf(END);
        if (Boolean.getBoolean("slipway.update")) {
            Folder.write(PAGE, page.substring(0, start) + table() + page.substring(end));
            return;
        }
        assertThat(page.substring(start, end)).isEqualTo(table());
    }

    private static String table() {
        return "| topic | producer | consumers | key | partitions | data |\n| --- | --- | --- | --- | --- | --- |\n"
                + Folder.topics().stream().map(TopicsPageTest::row).collect(joining());
    }

    private static String row(String topic) {
        JsonNode declared = Folder.contracts().stream()
                .flatMap(contract -> contract.path("topics").valueStream())
                .filter(candidate -> candidate.path("name").asString().equals(topic))
                .findFirst()
                .orElseThrow();
        List<String> cells = List.of(
                "[" + topic + "](" + topic + ".v1.json)",
                who(topic, "publishes"),
                consumers(topic),
                declared.path("key").asString(),
                declared.path("partitions").asString()
                        + (declared.path("compacted").asBoolean() ? ", compacted" : ""),
                fields(topic));
        return cells.stream().collect(joining(" | ", "| ", " |\n"));
    }

    private static String consumers(String topic) {
        String copies = who(topic, "materializes");
        return who(topic, "consumes") + (copies.isEmpty() ? "" : "copies: " + copies);
    }

    private static String who(String topic, String access) {
        return Folder.contracts().stream()
                .filter(contract -> contract.path("topics")
                        .valueStream()
                        .anyMatch(one -> one.path("name").asString().equals(topic)
                                && one.path("access").asString().equals(access)))
                .map(contract -> contract.path("service").asString())
                .collect(joining(", "));
    }

    private static String fields(String topic) {
        JsonNode schema = new JsonMapper().readTree(EventSchemas.schema(topic));
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::asString).toList();
        return schema.path("properties").propertyNames().stream()
                .map(field -> required.contains(field) ? field : "*" + field + "*")
                .collect(joining(", "));
    }
}
