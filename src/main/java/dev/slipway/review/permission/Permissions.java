package dev.slipway.review.permission;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the roles of a stage may do, as IAM decides it: a statement that denies wins, then one that allows, else no. What only
 * AWS knows has the name of the parameter that holds it.
 *
 * <pre>{@code
 * Permissions.of(synthesis, "prod").allows(
 *         "ordering.prod.order", "kafka-cluster:WriteData",
 *         "arn:aws:kafka:eu-central-1:111122223333:topic/${/ordering/prod/streaming/cluster-path}/order.placed")
 * }</pre>
 */
public final class Permissions {
    private final Map<String, List<PolicyStatement>> statements = new LinkedHashMap<>();

    private Permissions(Synthesis synthesis, String stage) {
        for (Resource role : synthesis.resources(stage, "AWS::IAM::Role")) {
            statements.put(
                    nameOf(role),
                    documents(synthesis, stage, role)
                            .flatMap(document -> read(role, document))
                            .toList());
        }
    }

    /** The permissions of all roles that a stage makes. */
    public static Permissions of(Synthesis synthesis, String stage) {
        return synthesis.derived(Permissions.class, stage, () -> new Permissions(synthesis, stage));
    }

    private static String nameOf(Resource role) {
        String name = role.property("RoleName").text();
        return name.isEmpty() ? role.template().path() + "/" + role.id() : name;
    }

    private static Stream<Tree> documents(Synthesis synthesis, String stage, Resource role) {
        Stream<Tree> inline = role.property("Policies").items().stream().map(policy -> policy.get("PolicyDocument"));
        Stream<Tree> attached = Stream.of("AWS::IAM::Policy", "AWS::IAM::ManagedPolicy")
                .flatMap(type -> synthesis.resources(stage, type).stream())
                .filter(policy -> policy.template().equals(role.template()))
                .filter(policy -> policy.property("Roles").items().stream()
                        .anyMatch(ref -> ref.get("Ref").text().equals(role.id())))
                .map(policy -> policy.property("PolicyDocument"));
        return Stream.concat(inline, attached);
    }

    private static Stream<PolicyStatement> read(Resource role, Tree document) {
        Tree listed = document.get("Statement");
        List<Tree> all = listed.items().isEmpty() ? List.of(listed) : listed.items();
        return all.stream().map(statement -> PolicyStatement.read(role.template(), statement));
    }

    /** What a value in a policy says, with names in the place of what only AWS knows. */
    public static String textOf(Template template, Tree value) {
        return Intrinsics.text(template, value);
    }

    /** The names of the roles, in the order of the templates. */
    public Set<String> roles() {
        return statements.keySet();
    }

    /** What the statements of a role that allow an action are about, as patterns with {@code *} and {@code ?}. */
    public List<String> resources(String role, String action) {
        return statements.getOrDefault(role, List.of()).stream()
                .filter(statement -> statement.isAllow() && statement.actions().fits(action))
                .flatMap(statement -> statement.resources().globs().stream())
                .distinct()
                .toList();
    }

    /** What a role may do to whatever one of its statements is about, as patterns, sorted. */
    public Set<String> actions(String role) {
        return statements.getOrDefault(role, List.of()).stream()
                .filter(PolicyStatement::isAllow)
                .flatMap(statement -> statement.actions().globs().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Whether a role may act on a resource. A condition is taken as met where it would deny, and as met too where it would
     * allow: what is possible counts.
     */
    public boolean allows(String role, String action, String resource) {
        List<PolicyStatement> matching = statements.getOrDefault(role, List.of()).stream()
                .filter(statement -> statement.covers(action, resource))
                .toList();
        return matching.stream().noneMatch(PolicyStatement::forbids)
                && matching.stream().anyMatch(PolicyStatement::isAllow);
    }
}
