package dev.slipway.ordering.testing;

import java.util.List;
import org.springframework.boot.test.system.CapturedOutput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service logged during a test, as who collects it gets it: one JSON object a line.
 *
 * <pre>{@code
 * Logs logs = Logs.of(output);
 * assertThat(logs.messages(trace)).contains("Signed up " + id);
 * }</pre>
 */
public final class Logs {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<JsonNode> lines;

    private Logs(List<JsonNode> lines) {
        this.lines = lines;
    }

    /** Fails where a line is no JSON object with the time, the level, the logger and the name of the service. */
    public static Logs of(CapturedOutput output) {
        return new Logs(output.getOut().lines().map(Logs::read).toList());
    }

    private static JsonNode read(String line) {
        JsonNode read;
        try {
            read = JSON.readTree(line);
        } catch (JacksonException e) {
            throw new AssertionError("The line of the log is no JSON: " + line, e);
        }
        for (String pointer : List.of("/@timestamp", "/log/level", "/log/logger", "/service/name", "/message")) {
            if (!read.at(pointer).isString()) {
                throw new AssertionError("The line of the log has no " + pointer + ": " + line);
            }
        }
        return read;
    }

    /** What was logged within a trace, by anybody. */
    public List<String> messages(Trace trace) {
        return lines.stream()
                .filter(line -> trace.id().equals(line.path("traceId").asString("")))
                .map(line -> line.path("message").asString())
                .toList();
    }
}
