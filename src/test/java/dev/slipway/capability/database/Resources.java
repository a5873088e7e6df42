package dev.slipway.capability.database;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;

/** Finds resources of a template by their ids. */
final class Resources {
    private Resources() {}

    static Resource resource(Template template, String id) {
        return template.resources().stream()
                .filter(resource -> resource.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
