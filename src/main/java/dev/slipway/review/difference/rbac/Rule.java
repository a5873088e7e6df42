package dev.slipway.review.difference.rbac;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.stream.Stream;

/**
 * The smallest part of a rule: https://kubernetes.io/docs/reference/access-authn-authz/rbac/.
 *
 * @param resource with its API group, or a path that is no resource
 * @param name of the one object; empty for all
 */
record Rule(String verb, String group, String resource, String name) {
    private static final String ALL = "*";
    private static final List<String> GRAVE_VERBS = List.of(ALL, "escalate", "bind", "impersonate");

    static Stream<Rule> in(Tree rule) {
        List<String> names = rule.get("resourceNames").texts();
        Stream<Rule> resources = rule.get("verbs").texts().stream()
                .flatMap(verb -> rule.get("apiGroups").texts().stream()
                        .flatMap(group -> rule.get("resources").texts().stream()
                                .flatMap(resource -> (names.isEmpty() ? List.of("") : names)
                                        .stream().map(name -> new Rule(verb, group, resource, name)))));
        Stream<Rule> paths = rule.get("verbs").texts().stream()
                .flatMap(
                        verb -> rule.get("nonResourceURLs").texts().stream().map(path -> new Rule(verb, "", path, "")));
        return Stream.concat(resources, paths);
    }

    boolean covers(Rule other) {
        return fits(verb, other.verb)
                && fits(group, other.group)
                && coversResource(other.resource)
                && (name.isEmpty() || name.equals(other.name));
    }

    private boolean coversResource(String other) {
        if (resource.startsWith("/")) {
            return resource.equals(other)
                    || (resource.endsWith(ALL) && other.startsWith(resource.substring(0, resource.length() - 1)));
        }
        boolean isOfAnySubresource = resource.startsWith("*/") && other.endsWith(resource.substring(1));
        return (resource.equals(ALL) && !other.startsWith("/")) || resource.equals(other) || isOfAnySubresource;
    }

    private static boolean fits(String pattern, String value) {
        return pattern.equals(ALL) || pattern.equals(value);
    }

    boolean isGrave() {
        return GRAVE_VERBS.contains(verb)
                || resource.equals(ALL)
                || resource.equals("pods/exec")
                || (resource.equals("secrets") && name.isEmpty());
    }

    /** {@code secrets order}, {@code deployments.apps} */
    String object() {
        String kind = group.isEmpty() || resource.startsWith("/") ? resource : resource + "." + group;
        String shown = resource.equals(ALL) && (group.equals(ALL) || group.isEmpty()) ? "everything" : kind;
        return name.isEmpty() ? shown : shown + " " + name;
    }
}
