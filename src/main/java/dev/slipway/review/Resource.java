package dev.slipway.review;

/**
 * An AWS resource in a template.
 *
 * @param id its logical id
 * @param type its CloudFormation type: {@code AWS::MSK::Topic}
 */
public record Resource(Template template, String id, String type, Tree tree) {
    /** A property by its path: {@code property("Tags.0.Value")}. */
    public Tree property(String path) {
        return tree.get("Properties").at(path);
    }

    @Override
    public String toString() {
        return "%s %s in %s".formatted(type, id, template.path());
    }
}
