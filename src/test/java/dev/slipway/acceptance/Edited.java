package dev.slipway.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.manifest.ManifestChecks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The objects of one environment, with a fault put into them by hand. */
final class Edited {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String environment;
    private final List<String> files = new ArrayList<>();
    private final List<ObjectNode> objects = new ArrayList<>();

    Edited(Synthesis synthesis, String environment) {
        this.environment = environment;
        for (Manifest manifest : synthesis.manifests(environment)) {
            files.add(manifest.file());
            objects.add((ObjectNode) read(manifest.tree().toString()));
        }
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sets a field to a value in JSON, or takes it away where there is none: {@code edit("Deployment order", "/spec/replicas", "0")}. */
    Edited edit(String object, String pointer, String json) {
        String[] kindAndName = object.split(" ", 2);
        List<ObjectNode> found = objects.stream()
                .filter(node -> node.path("kind").asText().equals(kindAndName[0])
                        && node.at("/metadata/name").asText().equals(kindAndName[1]))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(
                    "There are %s objects (%s); there must be one".formatted(found.size(), object));
        }
        if (pointer.isEmpty()) {
            remove(found.get(0));
            return this;
        }
        int last = pointer.lastIndexOf('/');
        JsonNode parent = found.get(0).at(pointer.substring(0, last));
        String key = pointer.substring(last + 1).replace("~1", "/");
        if (parent instanceof ArrayNode array) {
            edit(array, key, json);
        } else if (parent instanceof ObjectNode map) {
            edit(map, key, json);
        } else {
            throw new IllegalArgumentException("%s has no %s".formatted(object, pointer));
        }
        return this;
    }

    private void remove(ObjectNode object) {
        files.remove(objects.indexOf(object));
        objects.remove(object);
    }

    private static void edit(ArrayNode array, String key, String json) {
        if (key.equals("-")) {
            array.add(read(json));
        } else if (json.isEmpty()) {
            array.remove(Integer.parseInt(key));
        } else {
            array.set(Integer.parseInt(key), read(json));
        }
    }

    private static void edit(ObjectNode map, String key, String json) {
        if (json.isEmpty()) {
            if (map.remove(key) == null) {
                throw new IllegalArgumentException("There is no field (%s) to take away in %s".formatted(key, map));
            }
        } else {
            map.set(key, read(json));
        }
    }

    /** All that schemas and checks find. */
    List<String> findings() {
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < objects.size(); i++) {
            texts.merge(
                    "dist/%s/%s.k8s.yaml".formatted(environment, files.get(i)),
                    objects.get(i) + "\n",
                    (a, b) -> a + "---\n" + b);
        }
        Synthesis edited = Synthesis.of(texts);
        return Stream.concat(
                        edited.manifests(environment).stream().flatMap(object -> KindSchemas.findings(object).stream()),
                        ManifestChecks.findings(edited).stream().map(Object::toString))
                .collect(Collectors.toList());
    }
}
