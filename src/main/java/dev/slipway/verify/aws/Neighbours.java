package dev.slipway.verify.aws;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.verify.aws.question.Siblings;
import java.util.stream.Stream;

/** {@link Siblings} of a resource with some physical id, as they were deployed. */
record Neighbours(Template template, LiveStack stack, Resolution resolution, String id) implements Siblings {
    @Override
    public Stream<Tree> properties(String type) {
        return known(type).map(Known::properties);
    }

    @Override
    public Stream<Known> known(String type) {
        return template.resources(type).stream()
                .map(resource -> new Known(
                        stack.resources().getOrDefault(resource.id(), ""),
                        resolution.of(resource.tree().get("Properties"))));
    }
}
