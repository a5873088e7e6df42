package dev.slipway.ordering.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a schema may not do to the one before it.
 *
 * <p>Events stay on a topic for days, and services of two releases run side by side. So an old event has to satisfy
 * the new schema, and whatever a reader of the old one could rely on has to be in new events too.
 */
final class Compatibility {
    private static final Set<String> NOTES = Set.of("$schema", "$id", "$defs", "title", "description");
    private static final List<String> AT_LEAST = List.of("minimum", "minLength", "minItems");
    private static final List<String> AT_MOST = List.of("maximum", "maxLength", "maxItems");
    private static final List<String> EQUAL = List.of("type", "pattern", "format", "const", "uniqueItems");
    private static final Set<String> LOOKED_INTO =
            Set.of("properties", "required", "enum", "items", "additionalProperties");

    private final JsonNode before;
    private final JsonNode after;
    private final List<String> breaks = new ArrayList<>();

    private Compatibility(JsonNode before, JsonNode after) {
        this.before = before;
        this.after = after;
    }

    static List<String> breaks(String before, String after) {
        JsonMapper json = new JsonMapper();
        Compatibility comparison = new Compatibility(json.readTree(before), json.readTree(after));
        comparison.compare("", comparison.before, comparison.after);
        return comparison.breaks;
    }

    private void compare(String path, JsonNode oldNode, JsonNode newNode) {
        JsonNode was = resolve(before, oldNode);
        JsonNode is = resolve(after, newNode);
        EQUAL.forEach(keyword -> equal(path, keyword, was, is));
        AT_LEAST.forEach(keyword -> bound(path, keyword, was, is, 1));
        AT_MOST.forEach(keyword -> bound(path, keyword, was, is, -1));
        values(path, was, is);
        required(path, was, is);
        closed(path, was, is);
        for (String property : was.path("properties").propertyNames()) {
            if (is.path("properties").has(property)) {
                compare(
                        path + "/" + property,
                        was.path("properties").path(property),
                        is.path("properties").path(property));
            } else {
                breaks.add(path + "/" + property + " is removed");
            }
        }
        if (was.has("items") && is.has("items")) {
            compare(path + "/items", was.path("items"), is.path("items"));
        } else if (was.has("items") != is.has("items")) {
            breaks.add(path + ": items is " + (was.has("items") ? "removed" : "added"));
        }
        uncompared(path, was, is);
    }

    private static JsonNode resolve(JsonNode root, JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asString().substring(1)) : node;
    }

    private void equal(String path, String keyword, JsonNode was, JsonNode is) {
        if (!was.path(keyword).equals(is.path(keyword))) {
            breaks.add(path + ": " + keyword + " (" + was.path(keyword) + ") becomes " + is.path(keyword));
        }
    }

    private void bound(String path, String keyword, JsonNode was, JsonNode is, int direction) {
        if (!is.has(keyword)) {
            return;
        }
        if (!was.has(keyword)
                || Long.compare(is.path(keyword).asLong(), was.path(keyword).asLong()) * direction > 0) {
            breaks.add(path + ": " + keyword + " (" + was.path(keyword) + ") is narrowed to " + is.path(keyword));
        }
    }

    private void values(String path, JsonNode was, JsonNode is) {
        if (is.has("enum") && !was.has("enum")) {
            breaks.add(path + ": enum is added");
        }
        if (is.has("enum")) {
            missing(texts(was.path("enum")), texts(is.path("enum")))
                    .forEach(value -> breaks.add(path + ": enum value (" + value + ") is removed"));
        }
    }

    private void required(String path, JsonNode was, JsonNode is) {
        Set<String> old = texts(was.path("required"));
        Set<String> now = texts(is.path("required"));
        missing(now, old).forEach(field -> breaks.add(path + "/" + field + " becomes required"));
        missing(old, now).stream()
                .filter(field -> is.path("properties").has(field))
                .forEach(field -> breaks.add(path + "/" + field + " is no longer always there"));
    }

    /** An open object may have carried anything: closing it, or naming a field of it, is a guess about old events. */
    private void closed(String path, JsonNode was, JsonNode is) {
        if (!was.path("additionalProperties").equals(is.path("additionalProperties"))) {
            breaks.add(path + ": additionalProperties changes");
        }
    }

    /** What this comparison does not understand must not pass it. */
    private void uncompared(String path, JsonNode was, JsonNode is) {
        Set<String> keywords = new TreeSet<>(was.propertyNames());
        keywords.addAll(is.propertyNames());
        keywords.removeAll(NOTES);
        keywords.removeAll(LOOKED_INTO);
        keywords.removeAll(EQUAL);
        keywords.removeAll(AT_LEAST);
        keywords.removeAll(AT_MOST);
        keywords.stream()
                .filter(keyword -> !was.path(keyword).equals(is.path(keyword)))
                .forEach(keyword -> breaks.add(path + ": " + keyword + " cannot be compared"));
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        return missing;
    }

    private static Set<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new));
    }
}
