package dev.slipway.capability.identity.access;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What can be wrong with who reaches a cluster. */
record AccessChecks(ClusterAccess access, Place place) {
    /** What an access entry accepts; sessions, which begin with arn:aws:sts, are none. */
    private static final Pattern PRINCIPAL =
            Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/[A-Za-z0-9+=,.@_/-]+");

    /** Kubernetes gives groups that start with it to its own. */
    private static final Pattern GROUP = Pattern.compile("(?!system:|arn:)\\S+");

    /** Roles as which services of AWS act. */
    private static final Pattern NOT_PEOPLE = Pattern.compile("arn:aws[a-z-]*:iam::[0-9]{12}:role/aws-service-role/.*");

    Stream<Problem> all() {
        return Stream.of(principals(), twice(), nobody()).flatMap(problems -> problems);
    }

    private Map<String, List<String>> byRole() {
        Map<String, List<String>> principals = new LinkedHashMap<>();
        principals.put("developers", access.developers());
        principals.put("admins", access.admins());
        principals.put("clusterAdmins", access.clusterAdmins());
        return principals;
    }

    private Stream<Problem> principals() {
        boolean isOnAws = Groups.isOnAws(place);
        return byRole().entrySet().stream().flatMap(role -> role.getValue().stream()
                .filter(principal -> isOnAws ? !isPrincipal(principal) : !isGroup(principal))
                .map(principal -> isOnAws ? noPrincipal(principal, role.getKey()) : noGroup(principal, role.getKey())));
    }

    private static boolean isPrincipal(String text) {
        return PRINCIPAL.matcher(text).matches() && !NOT_PEOPLE.matcher(text).matches();
    }

    private static boolean isGroup(String text) {
        return GROUP.matcher(text).matches();
    }

    private Problem noPrincipal(String principal, String role) {
        return error(
                "identity/principal",
                access.origin(),
                "The principal (%s) of %s in environment %s must be the ARN of an IAM role or user of people."
                        .formatted(principal, role, place.environment().name()),
                "write it as %s(\"arn:aws:iam::111122223333:role/Developer\").".formatted(role));
    }

    private Problem noGroup(String group, String role) {
        return error(
                "identity/group",
                access.origin(),
                "The group (%s) of %s in environment %s must be one that the cluster knows people by, not an ARN and none of Kubernetes' own."
                        .formatted(group, role, place.environment().name()),
                "write it as %s(\"shop-developers\").".formatted(role));
    }

    /** A cluster knows each principal once. */
    private Stream<Problem> twice() {
        Map<String, String> first = new LinkedHashMap<>();
        place.choice(Cluster.class)
                .ifPresent(cluster -> cluster.admins().forEach(admin -> first.put(admin, "admin of the cluster")));
        return byRole().entrySet().stream().flatMap(role -> role.getValue().stream()
                .filter(principal -> first.putIfAbsent(principal, role.getKey()) != null)
                .map(principal -> error(
                        "identity/principal-twice",
                        access.origin(),
                        "The principal (%s) of %s in environment %s has access already (%s); each has it once."
                                .formatted(
                                        principal,
                                        role.getKey(),
                                        place.environment().name(),
                                        first.getOrDefault(principal, "")),
                        "keep the one that reaches furthest.")));
    }

    private Stream<Problem> nobody() {
        boolean isForNobody = byRole().values().stream().allMatch(List::isEmpty);
        return isForNobody
                ? Stream.of(warning(
                        "identity/nobody",
                        access.origin(),
                        "The access that environment %s chooses is for nobody (0)."
                                .formatted(place.environment().name()),
                        "name somebody, such as access().developers(..), or remove it."))
                : Stream.empty();
    }
}
