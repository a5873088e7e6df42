package dev.slipway.review.change;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.change.field.ResolvedTemplate;
import dev.slipway.review.specification.Replacement;
import dev.slipway.review.specification.Specification;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds resources that have another logical id, or another stack, and the same physical name. For CloudFormation these are two: it makes
 * the new one first, whose name is taken.
 */
record Renames(Specification specification) {

    List<ResourceChange> found(List<ResourceChange> changes) {
        List<ResourceChange> removed = new ArrayList<>(
                changes.stream().filter(change -> change.kind() == Kind.REMOVED).toList());
        List<ResourceChange> all = new ArrayList<>();
        for (ResourceChange change : changes) {
            Optional<ResourceChange> old = change.kind() == Kind.ADDED
                    ? removed.stream().filter(one -> isSame(one, change)).findFirst()
                    : Optional.empty();
            old.ifPresent(removed::remove);
            all.add(old.map(one -> renamed(one, change)).orElse(change));
        }
        return all.stream()
                .filter(change -> change.kind() != Kind.REMOVED || removed.contains(change))
                .toList();
    }

    private boolean isSame(ResourceChange old, ResourceChange now) {
        Tree name = now.after().map(this::name).orElse(Tree.NOTHING);
        return old.type().equals(now.type())
                && old.stage().equals(now.stage())
                && name.exists()
                && old.before().map(this::name).orElse(Tree.NOTHING).equals(name);
    }

    /** With what it is a name in: a topic has one within its cluster. */
    private Tree name(Resource resource) {
        Tree properties = new ResolvedTemplate(resource.template())
                .resolved(resource.tree().get("Properties"));
        return specification
                .type(resource.type())
                .flatMap(type -> type.nameProperty())
                .filter(property -> properties.get(property).exists())
                .map(property -> Tree.of(Stream.of(property, "ClusterArn", "ClusterName")
                        .map(properties::get)
                        .toList()))
                .orElse(Tree.NOTHING);
    }

    private ResourceChange renamed(ResourceChange old, ResourceChange now) {
        Resource before = old.before().orElseThrow();
        Resource after = now.after().orElseThrow();
        List<PropertyChange> properties = new ArrayList<>();
        properties.add(new PropertyChange(
                PropertyChange.LOGICAL_ID, Tree.of(place(old)), Tree.of(place(now)), Replacement.ALWAYS));
        properties.addAll(new ResourceProperties(
                        new ResolvedTemplate(before.template()), new ResolvedTemplate(after.template()), specification)
                .differing(before, after));
        ResourceChange both = new ResourceChange(
                now.stack(),
                now.id(),
                now.type(),
                Kind.REPLACED,
                List.of(),
                now.isStateful(),
                Retention.DELETED,
                Optional.of(before),
                Optional.of(after));
        return Outcome.withProperties(both, properties);
    }

    private static String place(ResourceChange change) {
        return change.stack() + "/" + change.id();
    }
}
