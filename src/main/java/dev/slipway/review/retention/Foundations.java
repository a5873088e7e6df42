package dev.slipway.review.retention;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.change.Retention;
import dev.slipway.review.change.field.Functions;
import dev.slipway.review.change.field.Leaf;
import dev.slipway.review.change.field.ResolvedTemplate;
import dev.slipway.review.finding.Finding;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is kept when its stack is deleted, followed to all that it is built on: within a template by Ref and Fn::GetAtt, between the stacks
 * of a stage through Parameter Store. AWS does not delete what is in use: the group of subnets that a database is in, the configuration of
 * brokers, the network under both. So its stack ends in DELETE_FAILED. Roles and keys it does delete, and what is kept is of no use then.
 */
public final class Foundations {
    private static final String PARAMETER = "AWS::SSM::Parameter";

    private final Map<String, Resource> parameters = new LinkedHashMap<>();
    private final Map<String, ResolvedTemplate> resolved = new LinkedHashMap<>();
    private final Deque<Resource> staying = new ArrayDeque<>();
    private final Set<String> seen = new TreeSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private Foundations() {}

    /** Each resource that something kept is built on, and that is deleted. */
    public static Stream<Finding> findings(Synthesis synthesis) {
        Foundations foundations = new Foundations();
        foundations.read(synthesis);
        foundations.follow();
        return foundations.findings.stream();
    }

    private void read(Synthesis synthesis) {
        synthesis.templates().stream()
                .flatMap(template -> template.resources().stream())
                .filter(Foundations::isKept)
                .forEach(this::stays);
        if (!staying.isEmpty()) {
            synthesis.templates().stream()
                    .flatMap(template -> template.resources(PARAMETER).stream())
                    .forEach(parameter -> parameters.put(
                            key(parameter.template(), parameter.property("Name").text()), parameter));
        }
    }

    private void stays(Resource resource) {
        if (seen.add(resource.toString())) {
            staying.add(resource);
        }
    }

    private void follow() {
        while (!staying.isEmpty()) {
            Resource user = staying.remove();
            Leaf.of(resolved(user.template()).resolved(user.tree().get("Properties")))
                    .forEach(leaf -> uses(user, leaf));
        }
    }

    private void uses(Resource user, Leaf leaf) {
        Stream<Resource> here = named(user.template(), leaf);
        Stream<Resource> elsewhere = Functions.parameters(leaf.value())
                .flatMap(name -> Optional.ofNullable(parameters.get(key(user.template(), name))).stream())
                .flatMap(parameter -> Leaf.of(resolved(parameter.template()).resolved(parameter.property("Value")))
                        .flatMap(value -> named(parameter.template(), value)));
        Stream.concat(here, elsewhere)
                .filter(used -> !isOnlyRead(used) && !seen.contains(used.toString()))
                .forEach(used -> {
                    findings.add(Finding.about(
                            used,
                            "DeletionPolicy",
                            "(Delete) must be Retain, as %s stays and is built on it (%s)."
                                    .formatted(user, leaf.path())));
                    stays(used);
                });
    }

    private static Stream<Resource> named(Template template, Leaf leaf) {
        return Functions.references(leaf.value()).flatMap(id -> template.resource(id).stream());
    }

    private ResolvedTemplate resolved(Template template) {
        return resolved.computeIfAbsent(template.path(), path -> new ResolvedTemplate(template));
    }

    private static boolean isKept(Resource resource) {
        return Retention.of(resource.tree(), "DeletionPolicy") == Retention.RETAINED;
    }

    /** Values that were read once: nothing is built on what gave them. */
    private static boolean isOnlyRead(Resource used) {
        return used.type().equals(PARAMETER)
                || used.type().equals("AWS::CloudFormation::CustomResource")
                || used.type().startsWith("Custom::");
    }

    private static String key(Template template, String parameter) {
        return template.stage() + " " + parameter;
    }
}
