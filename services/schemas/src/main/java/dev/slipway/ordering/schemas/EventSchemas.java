package dev.slipway.ordering.schemas;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks events as they stand on a topic: the envelope, and the data by the schema of its topic.
 *
 * <pre>{@code
 * assertThat(EventSchemas.problems("order.placed", record.value())).isEmpty();
 * }</pre>
 */
public final class EventSchemas {
    private static final String TYPE_PREFIX = "dev.slipway.ordering.";
    private static final JsonMapper JSON = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> PARSED = new ConcurrentHashMap<>();

    private EventSchemas() {}

    /** Everything wrong with an event; empty for one that may be published. */
    public static List<String> problems(String topic, String event) {
        List<String> problems = new ArrayList<>();
        check("envelope", event, "", problems);
        if (!problems.isEmpty()) {
            return problems;
        }
        JsonNode read = JSON.readTree(event);
        String type = read.path("type").asString();
        if (!type.equals(TYPE_PREFIX + topic + ".v1")) {
            problems.add("type (" + type + ") must be " + TYPE_PREFIX + topic + ".v1");
        }
        check(topic, read.path("data").toString(), "/data", problems);
        return problems;
    }

    /** Everything wrong with the data of an event, where there is no envelope yet. */
    public static List<String> dataProblems(String topic, String data) {
        List<String> problems = new ArrayList<>();
        check(topic, data, "", problems);
        return problems;
    }

    /** The example of a topic: a whole event. */
    public static String example(String topic) {
        return resource("examples/" + topic + ".v1.json");
    }

    /** The schema of a topic's data. */
    public static String schema(String topic) {
        return resource(topic + ".v1.json");
    }

    private static void check(String name, String json, String under, List<String> problems) {
        Schema schema = PARSED.computeIfAbsent(
                name, wanted -> REGISTRY.getSchema(resource(wanted + ".v1.json"), InputFormat.JSON));
        List<Error> errors = schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        errors.stream()
                .map(error -> under + error.getInstanceLocation() + ": " + error.getMessage())
                .sorted()
                .forEach(problems::add);
    }

    private static String resource(String name) {
        try (InputStream stream = EventSchemas.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalArgumentException("The topic of " + name + " must be one of services/schemas.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
