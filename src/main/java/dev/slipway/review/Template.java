package dev.slipway.review;

import java.util.List;

/**
 * The CloudFormation template of one stack.
 *
 * @param stage environment, or the shared stage: {@code dev}
 * @param concern stack within the stage: {@code streaming}
 * @param file where it stands in the output; empty where that is not known
 */
public record Template(String stage, String concern, Tree tree, String file) {
    /** One of which only the content is known. */
    public Template(String stage, String concern, Tree tree) {
        this(stage, concern, tree, "");
    }

    /** {@code dev/streaming}, as the CDK CLI names it. */
    public String path() {
        return stage + "/" + concern;
    }

    public List<Resource> resources() {
        return tree.get("Resources").fields().entrySet().stream()
                .map(entry -> new Resource(
                        this, entry.getKey(), entry.getValue().get("Type").text(), entry.getValue()))
                .toList();
    }

    /** The resources of a CloudFormation type: {@code AWS::MSK::Topic}. */
    public List<Resource> resources(String type) {
        return resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }
}
