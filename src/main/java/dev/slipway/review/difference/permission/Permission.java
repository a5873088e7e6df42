package dev.slipway.review.difference.permission;

import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.template.Intrinsics;
import java.util.Map;
import java.util.stream.Stream;

/** The smallest part of a statement: who may or may not do what on which. */
record Permission(boolean isAllow, Globs principals, Globs actions, Globs resources, Conditions conditions) {
    /** All permissions of a document, each with one principal, one action and one resource where these are not negated. */
    static Stream<Permission> in(Template template, Tree document) {
        Tree statement = document.get("Statement");
        Stream<Tree> all = statement.items().isEmpty() ? Stream.of(statement) : statement.items().stream();
        return all.filter(Tree::exists).flatMap(one -> of(template, one));
    }

    private static Stream<Permission> of(Template template, Tree statement) {
        boolean isAllow = statement.get("Effect").text().equals("Allow");
        Conditions conditions = Conditions.of(template, statement.get("Condition"));
        Globs principals = principals(template, statement);
        Globs resources = element(template, statement, "Resource");
        return element(template, statement, "Action")
                .parts()
                .flatMap(action -> principals.parts().flatMap(principal -> resources
                        .parts()
                        .map(resource -> new Permission(isAllow, principal, action, resource, conditions))));
    }

    private static Globs element(Template template, Tree statement, String element) {
        boolean isNegated = statement.get("Not" + element).exists();
        Tree value = statement.get(isNegated ? "Not" + element : element);
        return value.exists() ? Globs.of(texts(template, value), isNegated) : Globs.ALL;
    }

    private static Globs principals(Template template, Tree statement) {
        boolean isNegated = statement.get("NotPrincipal").exists();
        Tree value = statement.get(isNegated ? "NotPrincipal" : "Principal");
        if (value.fields().isEmpty() || isFunction(value)) {
            return value.exists() ? Globs.of(texts(template, value), isNegated) : Globs.ALL;
        }
        return Globs.of(
                value.fields().entrySet().stream()
                        .flatMap(kind -> texts(template, kind.getValue()).map(name -> principal(kind, name))),
                isNegated);
    }

    private static String principal(Map.Entry<String, Tree> kind, String name) {
        return name.equals("*") && kind.getKey().equals("AWS") ? "*" : kind.getKey() + " " + name;
    }

    private static Stream<String> texts(Template template, Tree value) {
        Stream<Tree> values = value.items().isEmpty() ? Stream.of(value) : value.items().stream();
        return values.map(item -> Intrinsics.text(template, item));
    }

    private static boolean isFunction(Tree value) {
        return value.fields().keySet().stream().anyMatch(key -> key.equals("Ref") || key.startsWith("Fn::"));
    }

    boolean covers(Permission other) {
        return isAllow == other.isAllow
                && principals.covers(other.principals)
                && resources.covers(other.resources)
                && conditions.covers(other.conditions)
                && actions.lowerCase().covers(other.actions.lowerCase());
    }

    /** Whether this one, which denies, takes away all that the other allows. */
    boolean forbids(Permission other) {
        return !isAllow
                && conditions.isNone()
                && principals.covers(other.principals)
                && resources.covers(other.resources)
                && actions.lowerCase().covers(other.actions.lowerCase());
    }

    /** Everything to somebody, or something to everybody. */
    boolean isGrave() {
        boolean isAnyAction = actions.isNegated()
                || actions.globs().stream()
                        .anyMatch(glob ->
                                glob.pattern().equals("*") || glob.pattern().endsWith(":*"));
        boolean isAnybody = principals.isEverything() || principals.isNegated();
        return isAnyAction || (isAnybody && conditions.isNone());
    }
}
