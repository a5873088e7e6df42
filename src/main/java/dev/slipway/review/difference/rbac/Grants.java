package dev.slipway.review.difference.rbac;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The rules of each subject of an environment, by way of its bindings; and of roles that nobody here is bound to. */
final class Grants {
    /**
     * Who may, and where.
     *
     * @param scope {@code namespace ordering}, or {@code the cluster}
     */
    record Bound(String subject, String scope) implements Comparable<Bound> {
        @Override
        public int compareTo(Bound other) {
            return toString().compareTo(other.toString());
        }
    }

    private final Map<Bound, List<Rule>> rules = new TreeMap<>();

    Grants(Synthesis synthesis, String environment) {
        List<Manifest> all = synthesis.manifests(environment);
        Set<String> bound = new TreeSet<>();
        for (Manifest binding : all) {
            if (binding.kind().equals("RoleBinding") || binding.kind().equals("ClusterRoleBinding")) {
                Tree ref = binding.at("roleRef");
                bound.add(key(
                        ref.get("kind").text(),
                        namespaceOf(binding, ref),
                        ref.get("name").text()));
                String scope =
                        binding.kind().equals("RoleBinding") ? "namespace " + binding.namespace() : "the cluster";
                List<Rule> granted = rules(all, binding, ref);
                binding.at("subjects")
                        .items()
                        .forEach(subject -> add(new Bound(name(subject, binding), scope), granted));
            }
        }
        for (Manifest role : all) {
            if (isRole(role) && !bound.contains(key(role.kind(), role.namespace(), role.name()))) {
                String scope = role.kind().equals("Role") ? "namespace " + role.namespace() : "the cluster";
                add(new Bound("whoever has %s %s".formatted(role.kind(), role.name()), scope), rules(role));
            }
        }
    }

    Map<Bound, List<Rule>> rules() {
        return rules;
    }

    private void add(Bound bound, List<Rule> granted) {
        rules.computeIfAbsent(bound, none -> new ArrayList<>()).addAll(granted);
    }

    private static boolean isRole(Manifest manifest) {
        return manifest.kind().equals("Role") || manifest.kind().equals("ClusterRole");
    }

    private static String key(String kind, String namespace, String name) {
        return kind + " " + namespace + "/" + name;
    }

    private static String namespaceOf(Manifest binding, Tree ref) {
        return ref.get("kind").text().equals("Role") ? binding.namespace() : "";
    }

    /** The rules of a role that is rendered here, or all that a role does which the cluster brings. */
    private static List<Rule> rules(List<Manifest> all, Manifest binding, Tree ref) {
        Optional<Manifest> role = all.stream()
                .filter(Grants::isRole)
                .filter(candidate -> key(candidate.kind(), candidate.namespace(), candidate.name())
                        .equals(key(
                                ref.get("kind").text(),
                                namespaceOf(binding, ref),
                                ref.get("name").text())))
                .findFirst();
        return role.map(Grants::rules).orElseGet(() -> List.of(brought(ref)));
    }

    private static Rule brought(Tree ref) {
        String name = ref.get("name").text();
        return name.equals("cluster-admin")
                ? new Rule("*", "*", "*", "")
                : new Rule("all of", "", ref.get("kind").text() + " " + name, "");
    }

    private static List<Rule> rules(Manifest role) {
        Stream<Rule> own = role.at("rules").items().stream().flatMap(Rule::in);
        Stream<Rule> aggregated = role.at("aggregationRule.clusterRoleSelectors").items().stream()
                .map(selector -> new Rule("all of", "", "ClusterRoles " + selector, ""));
        return Stream.concat(own, aggregated).toList();
    }

    private static String name(Tree subject, Manifest binding) {
        String kind = subject.get("kind").text();
        String name = subject.get("name").text();
        if (!kind.equals("ServiceAccount")) {
            return kind.toLowerCase(Locale.ROOT) + " " + name;
        }
        String namespace = subject.get("namespace").text();
        return "service account %s/%s".formatted(namespace.isEmpty() ? binding.namespace() : namespace, name);
    }
}
