package dev.slipway.review.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A snapshot with something changed by hand that no model would render. */
final class Edit {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> files;
    private Synthesis synthesis;

    Edit(Synthesis synthesis) {
        this.synthesis = synthesis;
        this.files = new TreeMap<>(synthesis.files());
    }

    /** Edits a template: {@code template("prod/database", resources -> ..)}. */
    Edit template(String path, Consumer<ObjectNode> edit) {
        Template template = synthesis.template(path);
        String file = files.entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".template.json"))
                .filter(entry ->
                        node(entry.getValue()).equals(node(template.tree().toString())))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        ObjectNode tree = node(files.get(file));
        edit.accept((ObjectNode) tree.get("Resources"));
        files.put(file, tree.toString());
        synthesis = Synthesis.of(files);
        return this;
    }

    /** Sets a property of the only resource of a type, or takes it away: {@code resource("prod/database", "AWS::RDS::DBInstance", "/Properties/MultiAZ", "false")}. */
    Edit resource(String path, String type, String pointer, String json) {
        String id = synthesis.template(path).resources(type).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + type + " in " + path))
                .id();
        return template(path, resources -> set((ObjectNode) resources.get(id), pointer, json));
    }

    /** Sets something of a resource by its logical id: {@code id("prod/identity", "Roleorder", "/Properties/Path", "\"/x/\"")}. */
    Edit id(String path, String id, String pointer, String json) {
        return template(path, resources -> set((ObjectNode) resources.get(id), pointer, json));
    }

    /** Replaces a text in all files whose path ends so. */
    Edit text(String ending, String old, String now) {
        boolean[] isFound = {false};
        files.replaceAll((path, text) -> {
            isFound[0] |= path.endsWith(ending) && text.contains(old);
            return path.endsWith(ending) ? text.replace(old, now) : text;
        });
        if (!isFound[0]) {
            throw new IllegalArgumentException("no " + old + " in " + ending);
        }
        return this;
    }

    /** Sets a field of an object of prod: {@code object("Deployment order", "/spec/replicas", "0")}; the object itself where the pointer is empty. */
    Edit object(String kindAndName, String pointer, String json) {
        String[] names = kindAndName.split(" ", 2);
        Manifest object = synthesis.manifest("prod", names[0], names[1]);
        ObjectNode changed = node(object.tree().toString());
        String file = "dist/prod/" + object.file() + ".k8s.yaml";
        String without = new Without(files.get(file)).object(object.tree());
        if (pointer.isEmpty()) {
            files.put(file, without);
            return json.isEmpty() ? this : add(object.file(), json);
        }
        set(changed, pointer, json);
        files.put(file, without);
        return add(object.file(), changed.toString());
    }

    /** Adds an object to a file of prod. */
    Edit add(String file, String json) {
        files.merge("dist/prod/" + file + ".k8s.yaml", node(json) + "\n", (old, more) -> old + "---\n" + more);
        synthesis = Synthesis.of(files);
        return this;
    }

    Synthesis done() {
        return Synthesis.of(files);
    }

    static ObjectNode node(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode value(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets what a JSON pointer leads to; takes it away where there is no value; a dash appends to a list. */
    static void set(ObjectNode root, String pointer, String json) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = root.at(pointer.substring(0, last));
        String key = pointer.substring(last + 1).replace("~1", "/");
        if (parent instanceof ArrayNode list) {
            if (key.equals("-")) {
                list.add(value(json));
            } else if (json.isEmpty()) {
                list.remove(Integer.parseInt(key));
            } else {
                list.set(Integer.parseInt(key), value(json));
            }
        } else if (parent instanceof ObjectNode object) {
            if (!json.isEmpty()) {
                object.set(key, value(json));
            } else if (object.remove(key) == null) {
                throw new IllegalArgumentException("nothing to take away at " + pointer);
            }
        } else {
            throw new IllegalArgumentException("nothing at " + pointer);
        }
    }
}
