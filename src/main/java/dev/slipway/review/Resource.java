package dev.slipway.review;

import java.util.stream.Stream;

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

    /** The name that it is given, as {@code TopicName} or {@code Name} says; its logical id where AWS makes one up. */
    public String name() {
        String kind = type.substring(type.lastIndexOf(':') + 1);
        return Stream.of(kind + "Name", "Name", kind + "Identifier", kind + "Id")
                .map(property -> tree.get("Properties").get(property).text())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(id);
    }

    @Override
    public String toString() {
        return "%s %s in %s".formatted(type, id, template.path());
    }
}
