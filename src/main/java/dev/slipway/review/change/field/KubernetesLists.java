package dev.slipway.review.change.field;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The merge keys of Kubernetes' lists, and a name where there is one:
 * https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy. The order counts, since a template with another
 * order is another template, for which pods restart.
 */
public final class KubernetesLists implements ListKeys {
    private static final Map<String, List<List<String>>> KEYS = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "ports",
                    List.of(List.of("name"), List.of("containerPort", "protocol"), List.of("port", "protocol"))),
            Map.entry("volumeMounts", List.of(List.of("mountPath"))),
            Map.entry("volumeDevices", List.of(List.of("devicePath"))),
            Map.entry("hostAliases", List.of(List.of("ip"))),
            Map.entry("topologySpreadConstraints", List.of(List.of("topologyKey"))),
            Map.entry(
                    "tolerations",
                    List.of(List.of("key"), List.of("key", "effect"), List.of("key", "operator", "value", "effect"))),
            Map.entry("conditions", List.of(List.of("type"))),
            Map.entry("policies", List.of(List.of("type"))),
            Map.entry("data", List.of(List.of("secretKey"))),
            Map.entry("items", List.of(List.of("key"), List.of("name")))));
    private static final List<List<String>> NAME = List.of(List.of("name"));

    @Override
    public Optional<List<String>> keys(String list, List<Tree> items) {
        return list.equals("metrics") ? metrics(items) : ListKeys.firstOf(KEYS.getOrDefault(list, NAME), items);
    }

    /** Of an autoscaler: {@code Resource/cpu}. */
    private static Optional<List<String>> metrics(List<Tree> items) {
        List<Tree> named = items.stream()
                .map(item -> Tree.of(Map.of("name", item.get("type").text() + "/" + metric(item))))
                .toList();
        return ListKeys.firstOf(NAME, named);
    }

    private static String metric(Tree item) {
        return item.fields().values().stream()
                .map(source ->
                        source.get("name").text() + source.at("metric.name").text())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    @Override
    public boolean isOrdered() {
        return true;
    }
}
