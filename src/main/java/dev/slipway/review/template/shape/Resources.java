package dev.slipway.review.template.shape;

import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import dev.slipway.review.finding.Likely;
import dev.slipway.review.specification.ResourceType;
import dev.slipway.review.specification.Specification;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The attributes that every resource may have, and the properties of its type. */
final class Resources {
    /** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html. */
    private static final Set<String> ATTRIBUTES = new TreeSet<>(List.of(
            "Condition",
            "CreationPolicy",
            "DeletionPolicy",
            "DependsOn",
            "Metadata",
            "Properties",
            "Type",
            "UpdatePolicy",
            "UpdateReplacePolicy"));

    private static final Map<String, List<String>> POLICIES = new TreeMap<>(Map.of(
            "DeletionPolicy", List.of("Delete", "Retain", "RetainExceptOnCreate", "Snapshot"),
            "UpdateReplacePolicy", List.of("Delete", "Retain", "Snapshot")));

    private Resources() {}

    static Collection<Finding> findings(Resource resource) {
        Form form = new Form(resource);
        attributes(resource, form);
        Optional<ResourceType> type = Specification.load().type(resource.type());
        if (type.isEmpty()
                && resource.type().matches("AWS::\\w+::\\w+")
                && !resource.type().startsWith("AWS::CDK::")) {
            form.say("template/property", "Type", "(%s) must be a type of CloudFormation.".formatted(resource.type()));
        }
        type.filter(known -> !known.isOpen()).ifPresent(known -> {
            Tree properties = resource.tree().get("Properties");
            form.object(
                    "Properties",
                    properties.exists() ? properties : Tree.of(Map.of()),
                    known.properties(),
                    known.name());
        });
        Needs.of(resource, form);
        return form.findings();
    }

    private static void attributes(Resource resource, Form form) {
        resource.tree().fields().forEach((name, value) -> {
            if (!ATTRIBUTES.contains(name)) {
                form.say(
                        "template/property",
                        name,
                        "must be an attribute of a resource, which has %s.".formatted(Likely.of(name, ATTRIBUTES)));
            }
            List<String> allowed = POLICIES.getOrDefault(name, List.of());
            if (!allowed.isEmpty() && !Functions.isFunction(value) && !allowed.contains(value.text())) {
                form.say(
                        "template/value",
                        name,
                        "(%s) must be one of %s.".formatted(value.text(), String.join(", ", allowed)));
            }
        });
        if (resource.type().isEmpty()) {
            form.say("template/property", "Type", "must be set: every resource has a type.");
        }
    }
}
