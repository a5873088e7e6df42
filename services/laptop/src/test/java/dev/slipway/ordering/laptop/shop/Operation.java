package dev.slipway.ordering.laptop.shop;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Something that a service says it can do, in its OpenAPI page.
 *
 * @param path with its variables in braces
 * @param hasBody whether it reads a body
 * @param queries the names of what stands after the question mark
 */
public record Operation(String method, String path, boolean hasBody, List<String> queries) {
    /** All operations of the page. */
    public static List<Operation> of(JsonNode page) {
        return page.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> of(path.getKey(), method.getKey(), method.getValue())))
                .toList();
    }

    private static Operation of(String path, String method, JsonNode described) {
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                described.has("requestBody"),
                described
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").asString().equals("query"))
                        .map(parameter -> parameter.path("name").asString())
                        .toList());
    }

    /** The path of something that is not there. */
    public String ofNobody() {
        return with(UUID.randomUUID().toString());
    }

    /** The path of this. */
    public String with(String id) {
        return path.replace("{id}", id).replace("{code}", path.contains("{code}") ? "category." + id : "");
    }

    /** Whether a part of the path is a variable. */
    public boolean hasVariable() {
        return path.contains("{");
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
