package dev.slipway.review.change;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.change.field.Functions;
import dev.slipway.review.change.field.Leaf;
import dev.slipway.review.change.field.ResolvedTemplate;
import dev.slipway.review.specification.Replacement;
import dev.slipway.review.specification.Specification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Follows what is replaced to what refers to it, within a template by Ref and Fn::GetAtt, and between the stacks of a stage through Parameter
 * Store: whoever must not change a property that names another resource now is perhaps replaced too.
 */
final class Propagation {
    private static final String PARAMETER = "AWS::SSM::Parameter";

    private final Synthesis after;
    private final Specification specification;
    private final Map<String, ResourceChange> changes = new LinkedHashMap<>();
    /** Stack and logical id of what is, or may be, another resource. */
    private final Set<String> replaced = new TreeSet<>();
    /** Stage and name of parameters with another value. */
    private final Set<String> stored = new TreeSet<>();

    Propagation(Synthesis after, Specification specification) {
        this.after = after;
        this.specification = specification;
    }

    List<ResourceChange> of(List<ResourceChange> direct) {
        direct.forEach(this::note);
        if (!replaced.isEmpty() || !stored.isEmpty()) {
            List<Referrer> referrers =
                    after.templates().stream().flatMap(this::referrers).toList();
            int known = -1;
            while (known != replaced.size() + stored.size()) {
                known = replaced.size() + stored.size();
                referrers.forEach(this::follow);
            }
        }
        List<String> stacks = Stream.concat(
                        after.templates().stream().map(Template::path),
                        direct.stream().map(ResourceChange::stack))
                .distinct()
                .toList();
        return changes.values().stream()
                .sorted((one, other) -> Integer.compare(stacks.indexOf(one.stack()), stacks.indexOf(other.stack())))
                .toList();
    }

    private void note(ResourceChange change) {
        String key = key(change.stack(), change.id());
        // a logical id that was taken away may come back as a rename in the same stack
        changes.put(change.kind() == Kind.REMOVED ? key + " removed" : key, change);
        if (change.kind() == Kind.REPLACED || change.kind() == Kind.MAY_BE_REPLACED) {
            replaced.add(key);
        }
        boolean hasOtherValue = change.properties().stream()
                .anyMatch(property -> property.path().equals("Value"));
        if (change.type().equals(PARAMETER) && hasOtherValue) {
            change.after().ifPresent(parameter -> stored.add(parameterKey(parameter)));
        }
    }

    /** A resource with the values in it that refer to something. */
    private record Referrer(Resource resource, List<Leaf> leaves) {}

    private Stream<Referrer> referrers(Template template) {
        ResolvedTemplate resolved = new ResolvedTemplate(template);
        return template.resources().stream()
                .map(resource -> new Referrer(
                        resource,
                        Leaf.of(resolved.resolved(resource.tree().get("Properties")))
                                .filter(leaf -> Stream.concat(
                                                Functions.references(leaf.value()), Functions.parameters(leaf.value()))
                                        .findAny()
                                        .isPresent())
                                .toList()))
                .filter(referrer -> !referrer.leaves().isEmpty());
    }

    private void follow(Referrer referrer) {
        Resource resource = referrer.resource();
        String key = key(resource.template().path(), resource.id());
        ResourceChange known = changes.getOrDefault(key, unchanged(resource));
        if (known.kind() == Kind.ADDED) {
            return;
        }
        List<PropertyChange> properties = new ArrayList<>(known.properties());
        for (Leaf leaf : referrer.leaves()) {
            if (!namesAnother(resource, leaf.value())) {
                continue;
            }
            if (resource.type().equals(PARAMETER) && leaf.path().equals("Value")) {
                stored.add(parameterKey(resource));
            }
            if (replaces(resource, leaf) && properties.stream().noneMatch(change -> covers(change, leaf))) {
                properties.add(new PropertyChange(leaf.path(), leaf.value(), leaf.value(), Replacement.MAYBE));
            }
        }
        if (properties.size() > known.properties().size()) {
            note(Outcome.withProperties(known, properties));
        }
    }

    private boolean namesAnother(Resource resource, Tree value) {
        return Functions.references(value)
                        .anyMatch(
                                id -> replaced.contains(key(resource.template().path(), id)))
                || Functions.parameters(value)
                        .anyMatch(
                                name -> stored.contains(key(resource.template().stage(), name)));
    }

    private boolean replaces(Resource resource, Leaf leaf) {
        return specification
                        .type(resource.type())
                        .map(type -> type.replacement(ResourceProperties.indexed(leaf.path())))
                        .orElse(Replacement.MAYBE)
                != Replacement.NEVER;
    }

    private static boolean covers(PropertyChange change, Leaf leaf) {
        return ResourceProperties.indexed(change.path()).equals(ResourceProperties.indexed(leaf.path()));
    }

    private ResourceChange unchanged(Resource resource) {
        return new ResourceChange(
                resource.template().path(),
                resource.id(),
                resource.type(),
                Kind.CHANGED,
                List.of(),
                specification.isStateful(resource.type()),
                Retention.DELETED,
                Optional.of(resource),
                Optional.of(resource));
    }

    private static String parameterKey(Resource parameter) {
        return key(
                parameter.template().stage(),
                new ResolvedTemplate(parameter.template())
                        .resolved(parameter.property("Name"))
                        .text());
    }

    private static String key(String stack, String id) {
        return stack + " " + id;
    }
}
