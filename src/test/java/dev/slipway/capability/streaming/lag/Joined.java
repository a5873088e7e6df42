package dev.slipway.capability.streaming.lag;

import dev.slipway.review.Tree;
import java.util.stream.Collectors;

/** A text of a template, with its references in place. */
final class Joined {
    private Joined() {}

    static String text(Tree value) {
        return value.at("Fn::Join.1").items().stream()
                .map(part -> part.fields().isEmpty() ? part.text() : part.toString())
                .collect(Collectors.joining());
    }
}
