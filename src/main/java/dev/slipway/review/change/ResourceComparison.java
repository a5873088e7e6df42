package dev.slipway.review.change;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.change.field.ResolvedTemplate;
import dev.slipway.review.specification.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Compares the templates of two snapshots, resource by resource. */
final class ResourceComparison {
    private static final String METADATA = "AWS::CDK::Metadata";

    private final Specification specification;
    private final List<ResourceChange> changes = new ArrayList<>();

    private ResourceComparison(Specification specification) {
        this.specification = specification;
    }

    static List<ResourceChange> between(Synthesis before, Synthesis after, Specification specification) {
        Map<String, Template> old = byPath(before);
        Map<String, Template> now = byPath(after);
        Set<String> paths = new LinkedHashSet<>();
        after.templates().forEach(template -> paths.add(template.path()));
        before.templates().forEach(template -> paths.add(template.path()));
        ResourceComparison comparison = new ResourceComparison(specification);
        paths.forEach(path ->
                comparison.templates(old.getOrDefault(path, Template.NONE), now.getOrDefault(path, Template.NONE)));
        List<ResourceChange> renamed = new Renames(specification).found(comparison.changes);
        return new Propagation(after, specification).of(renamed);
    }

    private static Map<String, Template> byPath(Synthesis synthesis) {
        return synthesis.templates().stream()
                .collect(
                        Collectors.toMap(Template::path, template -> template, (first, second) -> first, TreeMap::new));
    }

    private void templates(Template before, Template after) {
        Map<String, Resource> old = byId(before);
        Map<String, Resource> now = byId(after);
        Set<String> ids = new LinkedHashSet<>(now.keySet());
        ids.addAll(old.keySet());
        ResourceProperties properties =
                new ResourceProperties(new ResolvedTemplate(before), new ResolvedTemplate(after), specification);
        ids.forEach(id -> resource(Optional.ofNullable(old.get(id)), Optional.ofNullable(now.get(id)), properties));
    }

    private static Map<String, Resource> byId(Template template) {
        Map<String, Resource> resources = new LinkedHashMap<>();
        template.resources().stream()
                .filter(resource -> !resource.type().equals(METADATA))
                .forEach(resource -> resources.put(resource.id(), resource));
        return resources;
    }

    private void resource(Optional<Resource> before, Optional<Resource> after, ResourceProperties properties) {
        if (before.isPresent() && after.isPresent()) {
            List<PropertyChange> differing = properties.differing(before.get(), after.get());
            if (!differing.isEmpty()) {
                changes.add(change(before, after, differing));
            }
        } else {
            changes.add(change(before, after, List.of()));
        }
    }

    private ResourceChange change(Optional<Resource> before, Optional<Resource> after, List<PropertyChange> differing) {
        Resource resource = after.or(() -> before).orElseThrow();
        boolean isStateful = before.or(() -> after)
                .filter(one -> specification.isStateful(one.type()))
                .isPresent();
        return Outcome.withProperties(
                new ResourceChange(
                        resource.template().path(),
                        resource.id(),
                        resource.type(),
                        before.isEmpty() ? Kind.ADDED : after.isEmpty() ? Kind.REMOVED : Kind.CHANGED,
                        List.of(),
                        isStateful,
                        Retention.DELETED,
                        before,
                        after),
                differing);
    }
}
