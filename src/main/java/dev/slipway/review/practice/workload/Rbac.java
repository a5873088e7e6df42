package dev.slipway.review.practice.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who may do what in the cluster: CIS Amazon EKS 4.1. */
public final class Rbac {
    private static final Set<String> EVERYBODY = new TreeSet<>(
            List.of("system:anonymous", "system:authenticated", "system:unauthenticated", "system:serviceaccounts"));
    private static final Set<String> POWERFUL = new TreeSet<>(List.of("admin", "cluster-admin", "edit"));
    private static final Set<String> READING = new TreeSet<>(List.of("get", "list", "watch"));

    private Rbac() {}

    private static Stream<Manifest> all(Synthesis synthesis, String... kinds) {
        return synthesis.environments().stream().flatMap(environment -> Stream.of(kinds)
                .flatMap(kind -> synthesis.manifests(environment, kind).stream()));
    }

    public static Stream<Finding> wide(Synthesis synthesis) {
        return Stream.concat(
                all(synthesis, "Role", "ClusterRole").flatMap(role -> rules(role).stream()),
                all(synthesis, "RoleBinding", "ClusterRoleBinding").flatMap(binding -> binding(binding).stream()));
    }

    private static Collection<Finding> rules(Manifest role) {
        List<Finding> found = new ArrayList<>();
        List<Tree> rules = role.at("rules").items();
        for (int i = 0; i < rules.size(); i++) {
            Tree rule = rules.get(i);
            for (String field : List.of("apiGroups", "resources", "verbs")) {
                if (rule.get(field).texts().contains("*")) {
                    found.add(Finding.about(role, "rules.%s.%s".formatted(i, field), "(*) must be what is needed."));
                }
            }
            boolean isOfSecrets = rule.get("resources").texts().contains("secrets")
                    && rule.get("verbs").texts().stream().anyMatch(READING::contains)
                    && rule.get("resourceNames").items().isEmpty();
            if (isOfSecrets) {
                found.add(Finding.about(
                        role,
                        "rules.%s.resourceNames".formatted(i),
                        "must name the secrets that are read: all of the namespace are."));
            }
        }
        if (rules.isEmpty()) {
            found.add(Finding.about(role, "rules", "must hold a rule: the role lets nobody do anything."));
        }
        return found;
    }

    private static Collection<Finding> binding(Manifest binding) {
        List<Finding> found = new ArrayList<>();
        List<Tree> subjects = binding.at("subjects").items();
        for (int i = 0; i < subjects.size(); i++) {
            String name = subjects.get(i).get("name").text();
            if (EVERYBODY.contains(name)) {
                found.add(Finding.about(
                        binding,
                        "subjects.%s.name".formatted(i),
                        "(%s) must be somebody: it is everybody.".formatted(name)));
            }
        }
        String role = binding.at("roleRef.name").text();
        if (POWERFUL.contains(role) && binding.at("roleRef.kind").text().equals("ClusterRole")) {
            found.add(Finding.about(binding, "roleRef.name", "(%s) must be a role of what is needed.".formatted(role)));
        }
        if (subjects.isEmpty()) {
            found.add(Finding.about(binding, "subjects", "must hold somebody: the role is bound to nobody."));
        }
        return found;
    }

    /** Whether some role is bound to the account of pods. */
    static boolean isBound(Synthesis synthesis, Pods pods) {
        String environment = pods.owner().environment();
        return Stream.of("RoleBinding", "ClusterRoleBinding")
                .flatMap(kind -> synthesis.manifests(environment, kind).stream())
                .flatMap(binding -> binding.at("subjects").items().stream())
                .anyMatch(subject -> subject.get("name").text().equals(pods.account())
                        && subject.get("namespace").text().equals(pods.owner().namespace()));
    }

    /** An account that pods of the output neither use nor have. */
    public static Stream<Finding> unbound(Synthesis synthesis) {
        return all(synthesis, "RoleBinding", "ClusterRoleBinding").flatMap(binding -> {
            List<Finding> found = new ArrayList<>();
            List<Tree> subjects = binding.at("subjects").items();
            for (int i = 0; i < subjects.size(); i++) {
                Tree subject = subjects.get(i);
                boolean isOurs = subject.get("kind").text().equals("ServiceAccount")
                        && synthesis.manifests(binding.environment(), "Namespace").stream()
                                .anyMatch(namespace -> namespace.name().equals(binding.namespace()));
                boolean isThere = synthesis.manifests(binding.environment(), "ServiceAccount").stream()
                        .anyMatch(account ->
                                account.name().equals(subject.get("name").text())
                                        && account.namespace()
                                                .equals(subject.get("namespace").text()));
                if (isOurs && !isThere) {
                    found.add(Finding.about(
                            binding,
                            "subjects." + i,
                            "(%s) must be a service account of namespace %s."
                                    .formatted(
                                            subject.get("name").text(),
                                            subject.get("namespace").text())));
                }
            }
            return found.stream();
        });
    }
}
