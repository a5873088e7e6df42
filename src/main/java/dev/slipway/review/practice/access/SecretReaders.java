package dev.slipway.review.practice.access;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Roles of secret stores that may read more than is fetched through them: another service's password, say. */
public final class SecretReaders {
    private static final Pattern READ =
            Pattern.compile("(?i)ssm:get.*|secretsmanager:get.*|\\*|(ssm|secretsmanager):\\*");

    private SecretReaders() {}

    public static Stream<Finding> findings(Synthesis synthesis) {
        Stream<Finding> all = synthesis.environments().stream()
                .flatMap(environment -> synthesis.manifests(environment, "ExternalSecret").stream())
                .filter(secret -> secret.at("spec.dataFrom").items().stream()
                        .anyMatch(from -> from.get("find").exists()))
                .map(secret -> Finding.about(
                        secret,
                        "spec.dataFrom",
                        "must name each key: whatever the store may read lands in the Secret."));
        return Stream.concat(all, synthesis.environments().stream().flatMap(environment -> {
            Map<String, Set<String>> fetched = fetched(synthesis, environment);
            return synthesis.resources(environment, "AWS::IAM::Role").stream()
                    .filter(role ->
                            fetched.containsKey(role.property("RoleName").text()))
                    .flatMap(role ->
                            wide(
                                    role,
                                    fetched.getOrDefault(
                                            role.property("RoleName").text(), Set.of()))
                                    .stream());
        }));
    }

    /** By the role of the store, the names that external secrets fetch through it. */
    private static Map<String, Set<String>> fetched(Synthesis synthesis, String environment) {
        Map<String, String> roles = new HashMap<>();
        Map<String, Set<String>> names = new HashMap<>();
        for (Manifest store : synthesis.manifests(environment, "SecretStore")) {
            String arn = store.at("spec.provider.aws.role").text();
            if (!arn.isEmpty()) {
                String role = arn.substring(arn.indexOf('/') + 1);
                roles.put(store.namespace() + "/" + store.name(), role);
                names.putIfAbsent(role, new TreeSet<>());
            }
        }
        for (Manifest secret : synthesis.manifests(environment, "ExternalSecret")) {
            String byDefault = secret.at("spec.secretStoreRef.name").text();
            secret.at("spec.data").items().forEach(item -> {
                String own = item.at("sourceRef.storeRef.name").text();
                String role = roles.get(secret.namespace() + "/" + (own.isEmpty() ? byDefault : own));
                if (role != null) {
                    names.computeIfAbsent(role, name -> new TreeSet<>())
                            .add(item.at("remoteRef.key").text());
                }
            });
        }
        return names;
    }

    private static Collection<Finding> wide(Resource role, Set<String> fetched) {
        List<Finding> found = new ArrayList<>();
        Statement.ofRole(role)
                .filter(statement -> statement.isAllow()
                        && statement.actions().stream()
                                .anyMatch(action -> READ.matcher(action).matches()))
                .forEach(statement -> {
                    List<String> resources = statement.resources();
                    for (int i = 0; i < resources.size(); i++) {
                        if (!isFetched(resources.get(i), fetched)) {
                            found.add(Finding.about(
                                    role,
                                    "%s.Resource.%s".formatted(statement.path(), i),
                                    "(%s) must be what is fetched with the role, and nothing else."
                                            .formatted(resources.get(i))));
                        }
                    }
                });
        return found;
    }

    /** The ARN of a secret ends in six characters that AWS chooses. */
    private static boolean isFetched(String arn, Set<String> fetched) {
        String name = arn.replaceFirst("^arn:[^:]*:(ssm:[^:]*:[^:]*:parameter|secretsmanager:[^:]*:[^:]*:secret:)", "")
                .replaceFirst("-\\?{6}$", "");
        return fetched.contains(name);
    }
}
