package dev.slipway.review.difference.permission;

import dev.slipway.review.Resource;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.difference.shift.Kind;
import dev.slipway.review.template.Intrinsics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Permissions that no policy document states: of access entries, pod identities, functions, and policies kept elsewhere. */
record Entries(Resource resource) {
    private static final Conditions ALWAYS = new Conditions(Map.of());

    Stream<Map.Entry<Holder, Permission>> stream() {
        return switch (resource.type()) {
            case "AWS::EKS::AccessEntry" -> accessEntry();
            case "AWS::EKS::PodIdentityAssociation" -> podIdentity();
            case "AWS::Lambda::Permission" -> lambda();
            default -> Stream.empty();
        };
    }

    /** A policy of AWS, which stands in no template. */
    static Permission allOf(String policy) {
        return allowed(Globs.ALL, "all of " + policy.replaceFirst("^arn:[^/]*/", ""), "*");
    }

    /** A boundary takes away all that it does not name. */
    static Permission boundary(String policy) {
        Globs outside =
                Globs.of(Stream.of("what boundary " + policy.replaceFirst("^arn:[^/]*/", "") + " allows"), true);
        return new Permission(false, Globs.ALL, outside, Globs.ALL, ALWAYS);
    }

    private Stream<Map.Entry<Holder, Permission>> accessEntry() {
        String who = text("PrincipalArn");
        Holder holder = holder("cluster " + text("ClusterName"));
        Stream<Permission> policies = resource.property("AccessPolicies").items().stream()
                .map(policy -> allowed(
                        principal("AWS " + who),
                        "all of " + policy.get("PolicyArn").text().replaceFirst(".*/", ""),
                        scope(policy.get("AccessScope"))));
        Stream<Permission> groups = resource.property("KubernetesGroups").texts().stream()
                .map(group -> allowed(principal("AWS " + who), "act as group " + group, "*"));
        return Stream.concat(policies, groups).map(permission -> Map.entry(holder, permission));
    }

    private static String scope(Tree scope) {
        List<String> namespaces = scope.get("Namespaces").texts();
        return namespaces.isEmpty()
                ? "*"
                : "namespace " + namespaces.stream().sorted().collect(Collectors.joining(", "));
    }

    private Stream<Map.Entry<Holder, Permission>> podIdentity() {
        Template template = resource.template();
        String role = Intrinsics.resource(template, resource.property("RoleArn"))
                .map(ReadableName::name)
                .orElseGet(() -> text("RoleArn"));
        String who = "service account %s/%s of cluster %s"
                .formatted(text("Namespace"), text("ServiceAccount"), text("ClusterName"));
        return Stream.of(Map.entry(
                new Holder(Kind.TRUST, template.stage(), role), allowed(principal(who), "become pods of", "*")));
    }

    private Stream<Map.Entry<Holder, Permission>> lambda() {
        Template template = resource.template();
        String function = Intrinsics.resource(template, resource.property("FunctionName"))
                .map(ReadableName::name)
                .orElseGet(() -> text("FunctionName"));
        String source = text("SourceArn") + text("SourceAccount");
        String who = text("Principal").equals("*") ? "*" : "Service " + text("Principal");
        Permission permission = new Permission(
                true,
                principal(who),
                Globs.of(Stream.of(text("Action")), false),
                Globs.ALL,
                source.isEmpty() ? ALWAYS : new Conditions(Map.of("Is source", Globs.of(Stream.of(source), false))));
        return Stream.of(Map.entry(new Holder(Kind.RESOURCE_POLICY, template.stage(), function), permission));
    }

    private Holder holder(String name) {
        return new Holder(Kind.RESOURCE_POLICY, resource.template().stage(), name);
    }

    private String text(String property) {
        return Intrinsics.text(resource.template(), resource.property(property));
    }

    private static Globs principal(String name) {
        return Globs.of(Stream.of(name), false);
    }

    private static Permission allowed(Globs principals, String action, String resource) {
        return new Permission(
                true, principals, Globs.of(Stream.of(action), false), Globs.of(Stream.of(resource), false), ALWAYS);
    }
}
