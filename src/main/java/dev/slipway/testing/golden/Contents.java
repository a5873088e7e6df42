package dev.slipway.testing.golden;

import dev.slipway.review.InstalledChart;
import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What goes into which file: an object of Kubernetes into that of its kind, a resource of AWS into that of its concern. */
final class Contents {
    private final Map<String, Map<String, List<Item>>> files = new TreeMap<>();
    private final LongTexts texts = new LongTexts();

    private Contents() {}

    static Contents of(Synthesis synthesis, List<String> environments) {
        Contents contents = new Contents();
        for (Template template : synthesis.templates()) {
            if (environments.isEmpty() || environments.contains(template.stage())) {
                Stack.of(template)
                        .forEach((kind, items) -> contents.add(
                                "aws/%s.yaml".formatted(template.concern().replace('/', '-')), kind, items));
            }
        }
        for (String environment : environments.isEmpty() ? synthesis.environments() : environments) {
            synthesis.manifests(environment).forEach(contents::add);
            synthesis.charts(environment).forEach(contents::add);
        }
        return contents;
    }

    /** Things by file and kind. */
    Map<String, Map<String, List<Item>>> files() {
        return files;
    }

    /** What is too long to stand among them. */
    Map<String, String> texts() {
        return texts.files();
    }

    private void add(String file, String kind, List<Item> items) {
        List<Item> there = files.computeIfAbsent(file, absent -> new TreeMap<>())
                .computeIfAbsent(kind, absent -> new ArrayList<>());
        for (Item item : items) {
            there.add(apart(item, there));
        }
    }

    /** Under a name that no other thing of its kind has in the environment. */
    private Item apart(Item item, List<Item> others) {
        String name = item.name();
        for (int i = 2; isTaken(item.environment(), name, others); i++) {
            name = "%s #%s".formatted(item.name(), i);
        }
        Map<List<String>, Tree> leaves = new LinkedHashMap<>();
        String known = name;
        item.leaves().forEach((path, leaf) -> leaves.put(path, texts.kept(item.environment(), known, path, leaf)));
        return new Item(item.environment(), name, item.family(), leaves);
    }

    private static boolean isTaken(String environment, String name, List<Item> items) {
        return items.stream()
                .anyMatch(item ->
                        item.environment().equals(environment) && item.name().equals(name));
    }

    private void add(Manifest manifest) {
        String service = manifest.file().replaceFirst("\\..*", "");
        Naming naming = Naming.none()
                .of("<name>", manifest.name())
                .of("<service>", service)
                .in(manifest.environment());
        String name = Naming.none().in(manifest.environment()).apply(Noise.removed(manifest.name()));
        String family = Naming.none().of("<service>", service).apply(name);
        add(
                "kubernetes/%s.yaml".formatted(manifest.kind()),
                manifest.kind(),
                List.of(new Item(
                        manifest.environment(),
                        name,
                        family,
                        Leaves.of(manifest.tree(), text -> Noise.removed(naming.apply(text))))));
    }

    private void add(InstalledChart chart) {
        Naming naming = Naming.none().in(chart.environment());
        add(
                "kubernetes/charts.yaml",
                "chart",
                List.of(new Item(
                        chart.environment(),
                        chart.name(),
                        chart.name(),
                        Leaves.of(
                                Tree.of(Map.of("chart", chart.tree(), "values", chart.values())),
                                text -> Noise.removed(naming.apply(text))))));
    }
}
