package dev.slipway.review;

import java.util.List;

/**
 * The CloudFormation template of one stack.
 *
 * @param stage environment, or the shared stage: {@code dev}
 * @param concern stack within the stage: {@code streaming}
 */
public record Template(String stage, String concern, Tree tree) {
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
