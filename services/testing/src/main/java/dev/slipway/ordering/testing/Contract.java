package dev.slipway.ordering.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the platform gives to a service, as written in {@code services/contract}. */
final class Contract {
    record Topic(String name, int partitions, boolean compacted, Optional<String> deadLetters) {}

    private final JsonNode tree;

    private Contract(JsonNode tree) {
        this.tree = tree;
    }

    static Contract of(String service) {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("contract"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException(
                            "No folder contract above " + Path.of("").toAbsolutePath()));
        }
        return new Contract(new JsonMapper()
                .readTree(folder.resolve("contract").resolve(service + ".json").toFile()));
    }

    boolean sets(String variable) {
        return tree.path("variables").has(variable);
    }

    /** The variables whose value is known before deployment, as the first environment has them. */
    Map<String, Object> known() {
        Map<String, Object> known = new HashMap<>();
        tree.path("variables").properties().forEach(variable -> {
            String value = variable.getValue().path(0).asString();
            known.put(variable.getKey(), value.startsWith("<") ? "test-" + variable.getKey() : value);
        });
        return known;
    }

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        for (JsonNode topic : tree.path("topics")) {
            String name = topic.path("name").asString();
            String deadLetters = "TOPIC_" + name.toUpperCase().replace('.', '_') + "_DEAD_LETTERS";
            topics.add(new Topic(
                    name,
                    topic.path("partitions").asInt(),
                    topic.path("compacted").asBoolean(),
                    Optional.ofNullable((String) known().get(deadLetters))));
        }
        return topics;
    }
}
