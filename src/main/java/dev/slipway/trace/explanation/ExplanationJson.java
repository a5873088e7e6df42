package dev.slipway.trace.explanation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.slipway.platform.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An explanation for other programs. */
public final class ExplanationJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ExplanationJson() {}

    /** {@code {"service": .., "environment": .., "file": .., "line": .., "variables": [{"what", "detail", "because"}], ..}}. */
    public static String of(Explanation explanation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("service", explanation.service());
        json.put("environment", explanation.environment());
        origin(explanation.origin(), json);
        explanation
                .sections()
                .forEach(section -> json.put(
                        section.title(),
                        section.items().stream().map(ExplanationJson::item).toList()));
        try {
            return JSON.writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists and texts are JSON", e);
        }
    }

    private static Map<String, Object> item(Explanation.Item item) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", item.what());
        json.put("detail", item.detail());
        List<Map<String, Object>> because = item.causes().stream()
                .map(cause -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("declared", cause.declared());
                    origin(cause.origin(), one);
                    return one;
                })
                .toList();
        json.put("because", because);
        return json;
    }

    private static void origin(Origin origin, Map<String, Object> json) {
        json.put("file", origin.file());
        json.put("line", origin.line());
    }
}
