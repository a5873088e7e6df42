package dev.slipway.delivery.github;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.slipway.Slipway;
import dev.slipway.blueprint.ordering.OrderingPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is generated, as text and as GitHub reads it. */
final class WorkflowFiles {
    static final GithubFiles OF_CHECKOUT = of(Commands.ofCheckout());
    static final GithubFiles OF_MAVEN = of(Commands.ofMaven());

    private static final YAMLMapper YAML = new YAMLMapper();

    /** A step of a job of a workflow. */
    record Place(String workflow, String job, JsonNode step) {}

    private WorkflowFiles() {}

    private static GithubFiles of(Commands commands) {
        return GithubFiles.of(Slipway.plan(OrderingPlatform.platform(), Path.of("src/test/none")), commands);
    }

    /** The workflows of both kinds of repository. */
    static Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new TreeMap<>();
        of(OF_CHECKOUT).forEach((name, workflow) -> all.put("checkout " + name, workflow));
        of(OF_MAVEN).forEach((name, workflow) -> all.put("maven " + name, workflow));
        return all;
    }

    static Map<String, JsonNode> of(GithubFiles files) {
        Map<String, JsonNode> workflows = new TreeMap<>();
        files.texts().forEach((path, text) -> {
            if (path.endsWith(".yml")) {
                workflows.put(path.substring(Workflow.FOLDER.length()), read(text));
            }
        });
        return workflows;
    }

    static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Place> steps() {
        List<Place> steps = new ArrayList<>();
        all().forEach((name, workflow) -> workflow.get("jobs").properties().forEach(job -> job.getValue()
                .get("steps")
                .forEach(step -> steps.add(new Place(name, job.getKey(), step)))));
        return steps;
    }
}
