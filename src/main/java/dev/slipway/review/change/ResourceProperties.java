package dev.slipway.review.change;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.change.field.Differences;
import dev.slipway.review.change.field.FieldDifference;
import dev.slipway.review.change.field.Functions;
import dev.slipway.review.change.field.ResolvedTemplate;
import dev.slipway.review.change.field.TemplateLists;
import dev.slipway.review.specification.Replacement;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What differs between a resource of one template and the same resource of a later one. */
record ResourceProperties(ResolvedTemplate before, ResolvedTemplate after, Specification specification) {
    private static final List<String> ATTRIBUTES = List.of(
            "Condition",
            "CreationPolicy",
            "DeletionPolicy",
            "DependsOn",
            "Metadata",
            "UpdatePolicy",
            "UpdateReplacePolicy");

    /** What the CDK and its checks write for themselves. */
    private static final List<String> NOISE = List.of("aws:cdk:", "aws:asset:", "cdk_nag", "cdk-nag");

    List<PropertyChange> differing(Resource old, Resource now) {
        if (!old.type().equals(now.type())) {
            return List.of(new PropertyChange("Type", Tree.of(old.type()), Tree.of(now.type()), Replacement.ALWAYS));
        }
        Tree oldProperties = before.resolved(old.tree().get("Properties"));
        Tree newProperties = after.resolved(now.tree().get("Properties"));
        Optional<ResourceType> type = specification.type(now.type());
        Stream<PropertyChange> properties =
                Differences.between(orEmpty(oldProperties), orEmpty(newProperties), new TemplateLists()).stream()
                        .map(difference -> new PropertyChange(
                                difference.path(),
                                difference.before(),
                                difference.after(),
                                replacement(type, difference)));
        Stream<PropertyChange> attributes = ATTRIBUTES.stream()
                .flatMap(
                        name -> Differences.between(
                                attribute(before, old, name), attribute(after, now, name), new TemplateLists())
                                .stream())
                .map(difference -> new PropertyChange(
                        difference.path(), difference.before(), difference.after(), Replacement.NEVER));
        return Stream.concat(properties, attributes).toList();
    }

    private static Tree orEmpty(Tree tree) {
        return tree.exists() ? tree : Tree.of(Map.of());
    }

    private static Tree attribute(ResolvedTemplate template, Resource resource, String name) {
        Tree value = resource.tree().get(name);
        Map<String, Tree> fields = new LinkedHashMap<>();
        if (name.equals("DependsOn")) {
            // one or several, in any order
            List<String> ids = value.texts().stream().sorted().toList();
            return ids.isEmpty() ? Tree.of(fields) : Tree.of(Map.of(name, ids));
        }
        Tree kept = value;
        if (name.equals("Metadata")) {
            value.fields().forEach((key, field) -> {
                if (NOISE.stream().noneMatch(key::startsWith)) {
                    fields.put(key, field);
                }
            });
            kept = fields.isEmpty() ? Tree.NOTHING : Tree.of(fields);
        }
        return kept.exists() ? Tree.of(Map.of(name, template.resolved(kept))) : Tree.of(Map.of());
    }

    /** Of a whole structure that comes or goes, the worst of its parts. */
    private static Replacement replacement(Optional<ResourceType> type, FieldDifference difference) {
        if (type.isEmpty()) {
            return Replacement.MAYBE;
        }
        Replacement old = worst(type.get(), indexed(difference.path()), difference.before());
        return old.or(worst(type.get(), indexed(difference.path()), difference.after()));
    }

    private static Replacement worst(ResourceType type, String path, Tree value) {
        if (!value.exists()) {
            return Replacement.NEVER;
        }
        if (Functions.isOne(value)) {
            return type.replacement(path);
        }
        return Stream.concat(
                        value.fields().entrySet().stream()
                                .map(field -> worst(type, path + "." + field.getKey(), field.getValue())),
                        value.items().stream().map(item -> worst(type, path + ".0", item)))
                .reduce(Replacement::or)
                .orElseGet(() -> type.replacement(path));
    }

    /** A path as the specification knows it. */
    static String indexed(String path) {
        return path.replaceAll("\\[[^\\]]*]", ".0");
    }
}
