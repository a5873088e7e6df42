package dev.slipway.acceptance.deployment;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stacks of some stages as they were deployed: each resource of the templates with the physical id that it got. */
final class Stacks {
    private final Aws aws;
    private final String platform;
    private final List<Template> templates;
    private final Map<String, Map<String, String>> ids = new TreeMap<>();

    Stacks(Aws aws, String platform, Synthesis synthesis, List<String> stages) {
        this.aws = aws;
        this.platform = platform;
        templates = stages.stream()
                .flatMap(stage -> synthesis.templates(stage).stream())
                .toList();
        templates.forEach(template -> ids.put(template.path(), aws.resources(name(template))));
    }

    String name(Template template) {
        return "%s-%s-%s".formatted(platform, template.stage(), template.concern());
    }

    List<Template> templates() {
        return templates;
    }

    Stream<Resource> resources() {
        return templates.stream().flatMap(template -> template.resources().stream());
    }

    /** Empty where the stack does not have the resource. */
    String id(Resource resource) {
        return ids.get(resource.template().path()).getOrDefault(resource.id(), "");
    }

    /** What {@link #ids()} has a resource under. */
    static String key(Resource resource) {
        return resource.template().path() + "/" + resource.id();
    }

    /** Resources as an inventory lists them, as far as it looks at their type. */
    Set<String> lines(Stream<Resource> resources) {
        return resources
                .filter(resource -> Inventory.TYPES.contains(resource.type()))
                .map(resource -> resource.type() + " " + id(resource))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By {@code stack/logical id}. */
    Map<String, String> ids() {
        Map<String, String> all = new TreeMap<>();
        ids.forEach((path, resources) -> resources.forEach((logical, id) -> all.put(path + "/" + logical, id)));
        return all;
    }

    Values values(Template template) {
        return new Values(aws, template, ids.get(template.path()));
    }
}
