package dev.slipway.trace;

import dev.slipway.plan.operation.Contributor;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What stands beside what was rendered about who has made it: kinds of choices, without a line of anybody's program. */
final class Provenance {
    private final Map<String, String> constructs = new TreeMap<>();
    private final Map<String, String> objects = new TreeMap<>();

    Provenance(Synthesis synthesis) {
        for (String path : synthesis.files().keySet()) {
            if (path.startsWith(Synthesis.CDK_OUT) && path.endsWith(".metadata.json")) {
                synthesis.json(path).fields().forEach(this::construct);
            } else if (path.endsWith(".topology.json")) {
                Tree topology = synthesis.json(path);
                topology.get("objects")
                        .items()
                        .forEach(object -> objects.put(
                                key(topology.get("environment").text(), object.get("kind"), object.get("name")),
                                object.get("choice").text()));
            }
        }
    }

    private void construct(String path, Tree metadata) {
        metadata.items().stream()
                .filter(entry -> entry.get("type").text().equals(Contributor.METADATA))
                .findFirst()
                .ifPresent(entry -> constructs.put(path, entry.get("data").text()));
    }

    /** The path of the construct that became a resource: {@code /dev/streaming/Brokers}. */
    static String path(Resource resource) {
        return "/" + resource.tree().get("Metadata").get("aws:cdk:path").text();
    }

    /** The same below its stack, whose name says nothing of what it is for: {@code Brokers}. */
    static String pathInStack(Resource resource) {
        String[] steps = path(resource).split("/", 4);
        return steps[steps.length - 1];
    }

    /** The kind of the choice that made a resource, or something that it is a part of. */
    Optional<String> of(Resource resource) {
        String path = path(resource);
        while (!path.isEmpty()) {
            String kind = constructs.get(path);
            if (kind != null) {
                return Optional.of(kind);
            }
            path = path.substring(0, path.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    /** The kind of the choice that made an object. */
    Optional<String> of(Manifest object) {
        return Optional.ofNullable(objects.get(key(
                object.environment(), object.tree().get("kind"), object.tree().at("metadata.name"))));
    }

    private static String key(String environment, Tree kind, Tree name) {
        return "%s %s %s".formatted(environment, kind.text(), name.text());
    }
}
