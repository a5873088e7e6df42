package dev.slipway.review.difference.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What changes for those who read or write events, from the JSON Schemas of both sides: https://json-schema.org/draft/2020-12.
 *
 * <pre>{@code
 * SchemaChanges.between(Map.of("order.placed.v1.json", old), Map.of("order.placed.v1.json", now))
 * // schema order.placed.v1: currency is gone
 * }</pre>
 */
public final class SchemaChanges {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".json";

    /** What narrows or changes a value; titles, descriptions and examples do not. */
    private static final List<String> TYPE = List.of("type", "format", "const", "pattern", "contentEncoding");

    private final String topic;
    private final Tree before;
    private final Tree after;
    private final Set<EventChange> changes = new LinkedHashSet<>();

    private SchemaChanges(String topic, Tree before, Tree after) {
        this.topic = topic;
        this.before = before;
        this.after = after;
    }

    /** By the name of a file, what is in it; breaking ones first. */
    public static List<EventChange> between(Map<String, String> before, Map<String, String> after) {
        List<EventChange> all = new ArrayList<>();
        before.forEach((file, text) -> {
            String topic = file.substring(0, file.length() - (file.endsWith(ENDING) ? ENDING.length() : 0));
            String now = after.get(file);
            if (now == null) {
                all.add(new EventChange("", topic, "is gone", true));
            } else if (!now.equals(text)) {
                SchemaChanges changes = new SchemaChanges(topic, read(file, text), read(file, now));
                changes.compare("", changes.before, changes.after, Set.of());
                all.addAll(changes.changes);
            }
        });
        return all.stream().sorted().toList();
    }

    private static Tree read(String file, String text) {
        try {
            return Tree.of(JSON.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The schema (%s) is no JSON".formatted(file), e);
        }
    }

    private void compare(String path, Tree oldSchema, Tree newSchema, Set<String> seen) {
        String ref = oldSchema.get("$ref").text() + " " + newSchema.get("$ref").text();
        if (seen.contains(ref)) {
            return;
        }
        Set<String> deeper = new TreeSet<>(seen);
        if (!ref.isBlank()) {
            deeper.add(ref);
        }
        Tree old = resolved(before, oldSchema);
        Tree now = resolved(after, newSchema);
        for (String keyword : TYPE) {
            if (!old.get(keyword).equals(now.get(keyword))) {
                add(
                        path,
                        true,
                        "has the %s %s instead of %s",
                        keyword,
                        shown(now.get(keyword)),
                        shown(old.get(keyword)));
            }
        }
        allowed(path, old.get("enum"), now.get("enum"));
        fields(path, old, now, deeper);
        if (old.get("items").exists() && now.get("items").exists()) {
            compare(path + "[]", old.get("items"), now.get("items"), deeper);
        }
    }

    private void fields(String path, Tree old, Tree now, Set<String> seen) {
        List<String> wasRequired = old.get("required").texts();
        List<String> isRequired = now.get("required").texts();
        Map<String, Tree> fields = now.get("properties").fields();
        old.get("properties").fields().forEach((name, schema) -> {
            String field = path.isEmpty() ? name : path + "." + name;
            if (!fields.containsKey(name)) {
                add(field, true, "is gone");
                return;
            }
            compare(field, schema, fields.getOrDefault(name, Tree.NOTHING), seen);
            if (wasRequired.contains(name) && !isRequired.contains(name)) {
                add(field, true, "may now be missing, and consumers rely on it");
            } else if (!wasRequired.contains(name) && isRequired.contains(name)) {
                add(field, true, "is now required, and events written before lack it");
            }
        });
        fields.keySet().stream()
                .filter(name -> !old.get("properties").get(name).exists())
                .forEach(name -> {
                    boolean isNeeded = isRequired.contains(name);
                    add(
                            path.isEmpty() ? name : path + "." + name,
                            isNeeded,
                            isNeeded ? "is new and required, and events written before lack it" : "is new");
                });
    }

    private void allowed(String path, Tree old, Tree now) {
        if (old.equals(now)) {
            return;
        }
        Set<String> more = new TreeSet<>(now.texts());
        more.removeAll(old.texts());
        Set<String> less = new TreeSet<>(old.texts());
        less.removeAll(now.texts());
        if (!more.isEmpty() && old.exists()) {
            add(path, true, "may now be %s, which consumers do not know", String.join(", ", more));
        }
        if (!less.isEmpty()) {
            add(path, true, "may no longer be %s, which stands in events written before", String.join(", ", less));
        }
    }

    private static Tree resolved(Tree root, Tree schema) {
        String ref = schema.get("$ref").text();
        if (!ref.startsWith("#/")) {
            return schema;
        }
        Tree found = root;
        for (String step : ref.substring(2).split("/", -1)) {
            found = found.get(step);
        }
        return found;
    }

    private static String shown(Tree value) {
        return value.exists() ? value.toString().replace("\"", "") : "of anything";
    }

    @SuppressWarnings("AnnotateFormatMethod") // the annotation would be another dependency
    private void add(String path, boolean isBreaking, String what, Object... values) {
        String subject = path.isEmpty() ? "the event " : path + " ";
        changes.add(new EventChange("", topic, subject + what.formatted(values), isBreaking));
    }
}
