package dev.slipway.review.across;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.rule.Rule;
import dev.slipway.review.rule.Rules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What one environment has on both planes, with a fault put into it by hand. */
final class Planted {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private final Map<String, String> files = new TreeMap<>();
    private final Synthesis whole;

    Planted(Synthesis whole, String... environments) {
        this.whole = whole;
        List<String> kept = List.of(environments);
        whole.files().forEach((path, text) -> {
            boolean isOther = whole.environments().stream()
                    .filter(environment -> !kept.contains(environment))
                    .anyMatch(environment -> path.startsWith("dist/" + environment + "/")
                            || path.contains("/assembly-" + environment + "/"));
            if (!isOther) {
                files.put(path, text);
            }
        });
    }

    /**
     * Sets a value, or takes it away where there is none: in an object, {@code edit("prod Deployment order", "/spec/replicas",
     * "0")}; in a resource whose logical id begins so, {@code edit("prod/database Instance", "/Properties/MultiAZ", "false")}.
     */
    Planted edit(String target, String pointer, String json) {
        String[] words = target.split(" ", 3);
        String path = words.length == 3 ? manifest(words[0], words[1], words[2]) : template(words[0]);
        List<JsonNode> documents = read(path);
        ObjectNode node = words.length == 3 ? object(documents, words[1], words[2]) : resource(documents, words[1]);
        if (pointer.isEmpty()) {
            documents.remove(node);
        } else {
            set(node, pointer, json);
        }
        files.put(path, documents.stream().map(JsonNode::toString).collect(Collectors.joining("\n---\n")));
        return this;
    }

    /** Takes a chart out of the list of an environment. */
    Planted without(String environment, String chart) {
        String path = "dist/%s/addons/charts.yaml".formatted(environment);
        List<JsonNode> documents = read(path);
        ArrayNode charts = (ArrayNode) documents.get(0).get("charts");
        for (int i = 0; i < charts.size(); i++) {
            if (charts.get(i).get("chart").asText().equals(chart)) {
                charts.remove(i);
            }
        }
        files.put(path, documents.get(0).toString());
        return this;
    }

    private String manifest(String environment, String kind, String name) {
        return whole.manifests(environment, kind).stream()
                .filter(object -> object.name().equals(name))
                .map(object -> "dist/%s/%s.k8s.yaml".formatted(environment, object.file()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s %s".formatted(kind, name)));
    }

    private String template(String stack) {
        return whole.template(stack).file();
    }

    private List<JsonNode> read(String path) {
        boolean isJson = path.endsWith(".json");
        try (var values = (isJson ? JSON : YAML).readerFor(JsonNode.class).<JsonNode>readValues(files.get(path))) {
            return new ArrayList<>(values.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    private static ObjectNode object(List<JsonNode> documents, String kind, String name) {
        return documents.stream()
                .filter(node -> node.path("kind").asText().equals(kind)
                        && node.at("/metadata/name").asText().equals(name))
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** The first whose logical id begins so; with {@code *} the template itself. */
    private static ObjectNode resource(List<JsonNode> documents, String id) {
        ObjectNode template = (ObjectNode) documents.get(0);
        if (id.equals("*")) {
            return template;
        }
        List<String> ids = new ArrayList<>();
        template.get("Resources").fieldNames().forEachRemaining(ids::add);
        return ids.stream()
                .filter(candidate -> candidate.startsWith(id))
                .map(candidate -> (ObjectNode) template.get("Resources").get(candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no %s among %s".formatted(id, ids)));
    }

    /** Down a pointer, in which {@code {5432}} is the item of a list that has the value. */
    private static JsonNode at(JsonNode node, String pointer) {
        JsonNode found = node;
        if (pointer.isEmpty()) {
            return node;
        }
        for (String step : pointer.substring(1).split("/", -1)) {
            if (step.startsWith("{")) {
                String value = ":" + step.substring(1, step.length() - 1);
                JsonNode item = null;
                for (JsonNode candidate : found) {
                    item = candidate.toString().contains(value) ? candidate : item;
                }
                found = java.util.Objects.requireNonNull(item, step);
            } else {
                found = found.at("/" + step);
            }
        }
        return found;
    }

    private static void set(ObjectNode node, String pointer, String json) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = at(node, pointer.substring(0, last));
        String key = pointer.substring(last + 1).replace("~1", "/");
        try {
            if (parent instanceof ArrayNode array) {
                int index = Integer.parseInt(key);
                if (json.isEmpty()) {
                    array.remove(index);
                } else {
                    array.set(index, JSON.readTree(json));
                }
            } else if (json.isEmpty() && ((ObjectNode) parent).remove(key) == null) {
                throw new IllegalArgumentException("no %s in %s".formatted(key, parent));
            } else if (!json.isEmpty()) {
                ((ObjectNode) parent).set(key, JSON.readTree(json));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(pointer, e);
        }
    }

    Synthesis synthesis() {
        return Synthesis.of(files);
    }

    /** What a rule finds: severity, then text. */
    List<String> findings(String rule) {
        return findings(Rules.all(), rule);
    }

    List<String> findings(Rules rules, String rule) {
        Synthesis synthesis = synthesis();
        return rules.list().stream()
                .filter(candidate -> candidate.id().equals(rule))
                .flatMap(candidate -> Rule.findings(candidate, synthesis))
                .map(Planted::shown)
                .distinct()
                .toList();
    }

    private static String shown(Finding finding) {
        return finding.severity().word() + " " + finding.text();
    }
}
