package dev.slipway.docs;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every property that differs between environments, object by object, on both planes. What differs by the name of the
 * environment alone does not count; objects that differ alike share a row.
 */
final class EnvironmentComparison {
    private static final String ABSENT = "–";

    private final Synthesis synthesis;
    private final List<String> environments;

    EnvironmentComparison(Synthesis synthesis, List<String> environments) {
        this.synthesis = synthesis;
        this.environments = List.copyOf(environments);
    }

    /** A Markdown table for each plane. */
    String markdown() {
        return "## AWS\n\n" + table(this::resources) + "\n## Kubernetes\n\n" + table(this::objects);
    }

    private interface Objects {
        Map<String, Tree> in(String environment);
    }

    private String table(Objects plane) {
        Map<String, Map<String, Tree>> objects = new TreeMap<>();
        environments.forEach(environment -> plane.in(environment)
                .forEach((object, tree) -> objects.computeIfAbsent(object, o -> new LinkedHashMap<>())
                        .put(environment, tree)));
        Map<String, SortedSet<String>> objectsByRow = new TreeMap<>();
        objects.forEach((object, trees) -> differences(trees).forEach((path, values) -> {
            String kind = object.substring(0, object.indexOf(' '));
            objectsByRow
                    .computeIfAbsent("%s | %s | %s".formatted(kind, path, values), r -> new TreeSet<>())
                    .add(object.substring(kind.length() + 1));
        }));
        StringBuilder text =
                new StringBuilder("| kind | property | %s | where |%n".formatted(String.join(" | ", environments)));
        text.append("| --- | --- |")
                .append(" --- |".repeat(environments.size() + 1))
                .append('\n');
        objectsByRow.forEach((row, where) ->
                text.append("| ").append(row).append(" | ").append(where(where)).append(" |\n"));
        return text.toString().replace("\r", "");
    }

    /** By property, its values where they differ; an object that is not everywhere is one difference. */
    private Map<String, String> differences(Map<String, Tree> trees) {
        if (trees.size() < environments.size()) {
            String presence = environments.stream()
                    .map(environment -> trees.containsKey(environment) ? "yes" : ABSENT)
                    .collect(Collectors.joining(" | "));
            return Map.of("exists", presence);
        }
        Map<String, Map<String, String>> values = new TreeMap<>();
        trees.forEach((environment, tree) -> leaves(tree, "")
                .forEach((path, value) -> values.computeIfAbsent(path, p -> new LinkedHashMap<>())
                        .put(environment, neutral(value, environment))));
        Map<String, String> differences = new TreeMap<>();
        values.forEach((path, byEnvironment) -> {
            List<String> row = environments.stream()
                    .map(environment -> byEnvironment.getOrDefault(environment, ABSENT))
                    .toList();
            if (row.stream().distinct().count() > 1) {
                differences.put("`" + path + "`", String.join(" | ", row));
            }
        });
        return differences;
    }

    private static String where(SortedSet<String> objects) {
        return objects.size() <= 3 ? String.join(", ", objects) : objects.size() + " objects";
    }

    private Map<String, Tree> resources(String environment) {
        Map<String, Tree> resources = new TreeMap<>();
        for (Resource resource : synthesis.templates(environment).stream()
                .flatMap(template -> template.resources().stream())
                .toList()) {
            String path = resource.tree().at("Metadata").get("aws:cdk:path").text();
            String name = neutral(path.replaceFirst("^[^/]+/", ""), environment);
            resources.put(resource.type() + " " + name, resource.tree());
        }
        return resources;
    }

    private Map<String, Tree> objects(String environment) {
        return synthesis.manifests(environment).stream()
                .collect(Collectors.toMap(
                        manifest -> manifest.kind() + " " + name(manifest, environment),
                        Manifest::tree,
                        (first, second) -> first,
                        TreeMap::new));
    }

    /** Without the hash that the name of a job ends in. */
    private static String name(Manifest manifest, String environment) {
        String name = manifest.name();
        return neutral(manifest.kind().equals("Job") ? name.replaceFirst("-[0-9a-f]{8}$", "") : name, environment);
    }

    private static Map<String, String> leaves(Tree tree, String path) {
        Map<String, String> leaves = new TreeMap<>();
        tree.fields().forEach((field, value) -> {
            if (!path.isEmpty() || !List.of("Metadata", "DependsOn").contains(field)) {
                leaves.putAll(leaves(value, path.isEmpty() ? field : path + "." + field));
            }
        });
        List<Tree> items = new ArrayList<>(tree.items());
        for (int i = 0; i < items.size(); i++) {
            leaves.putAll(leaves(items.get(i), path + "." + i));
        }
        if (tree.exists() && tree.fields().isEmpty() && tree.items().isEmpty()) {
            leaves.put(path, path.endsWith(".Configs") ? decoded(tree.text()) : tree.text());
        }
        return leaves;
    }

    /** The configuration of a topic, which stands in its template as Base64. */
    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    /** A text in which the environment's own name, however it is written, is a placeholder. */
    private static String neutral(String text, String environment) {
        String capital = environment.substring(0, 1).toUpperCase(Locale.ROOT) + environment.substring(1);
        return text.replaceAll("\\b10\\.[123]0\\.", "10.<n>.")
                .replaceAll("[0-9a-f]{64}|(?<=-database-)[0-9a-f]{8}$", "<hash>")
                .replaceAll("(?<=[A-Za-z])[0-9A-F]{8}\\b", "<hash>")
                .replace("-" + environment, "-<env>")
                .replace("/" + environment + "/", "/<env>/")
                .replace("." + environment + ".", ".<env>.")
                .replace("Ordering" + capital, "Ordering<Env>")
                .replaceAll("\\b" + environment + "\\b", "<env>")
                .replaceAll("(?<=ordering)" + environment, "<env>")
                .replaceAll("^" + environment + "(?=[a-z])", "<env>")
                .replace("|", "\\|")
                .strip()
                .replace("\n", "<br>");
    }
}
