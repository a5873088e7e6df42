package dev.slipway.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The CloudFormation template of one stack.
 *
 * <pre>{@code
 * synthesis.template("dev/streaming").resources("AWS::MSK::Topic")
 * }</pre>
 */
public final class Template {
    /** One without resources. */
    public static final Template NONE = new Template("", "", "", Tree.NOTHING, "");

    private final String stage;
    private final String concern;
    private final String name;
    private final Tree tree;
    private final String file;
    private final Map<String, Resource> byId = new LinkedHashMap<>();
    private final Map<String, List<Resource>> byType = new LinkedHashMap<>();

    /** A template as it was read. */
    public Template(String stage, String concern, String name, Tree tree) {
        this(stage, concern, name, tree, "");
    }

    Template(String stage, String concern, String name, Tree tree, String file) {
        this.stage = stage;
        this.concern = concern;
        this.name = name;
        this.tree = tree;
        this.file = file;
        tree.get("Resources").fields().forEach((id, resource) -> {
            Resource read = new Resource(this, id, resource.get("Type").text(), resource);
            byId.put(id, read);
            byType.computeIfAbsent(read.type(), type -> new ArrayList<>()).add(read);
        });
    }

    /** The same stack with another template. */
    public Template with(Tree other) {
        return new Template(stage, concern, name, other, file);
    }

    /** The environment, or the shared stage: {@code dev}; empty for a stack that is in no stage. */
    public String stage() {
        return stage;
    }

    /** The stack within the stage: {@code streaming}. */
    public String concern() {
        return concern;
    }

    /** What CloudFormation calls the stack: {@code ordering-dev-streaming}; empty for one that is nested in another. */
    public String stackName() {
        return name;
    }

    public Tree tree() {
        return tree;
    }

    /** Where it stands in the output: {@code cdk.out/assembly-dev/devstreaming.template.json}. */
    public String file() {
        return file;
    }

    /** {@code dev/streaming}, as the CDK CLI names it. */
    public String path() {
        return stage.isEmpty() ? concern : stage + "/" + concern;
    }

    /** In the order of the template. */
    public List<Resource> resources() {
        return List.copyOf(byId.values());
    }

    /** The resources of a CloudFormation type: {@code AWS::MSK::Topic}. */
    public List<Resource> resources(String type) {
        return Collections.unmodifiableList(byType.getOrDefault(type, List.of()));
    }

    /** The resource with a logical id. */
    public Optional<Resource> resource(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Template template && path().equals(template.path()) && tree.equals(template.tree));
    }

    @Override
    public int hashCode() {
        return Objects.hash(stage, concern);
    }

    @Override
    public String toString() {
        return path();
    }
}
