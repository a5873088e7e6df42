package dev.slipway.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The Kubernetes objects in files, all documents of each and the items of lists, and the charts that are installed beside. */
final class ManifestFiles {
    private static final Pattern OWN = Pattern.compile(
            Synthesis.DIST + "/(?<environment>[^/]+)/((?<file>[^/]+)\\.k8s|(?<folder>[^/]+)/[a-z0-9]+)\\.yaml");

    private static final Pattern CHARTS =
            Pattern.compile("(?<folder>" + Synthesis.DIST + "/(?<environment>[^/]+)/addons/)charts\\.yaml");

    private ManifestFiles() {}

    /** By the names that Slipway gives files, and those of other names whose environment is known. */
    static List<Manifest> manifests(Map<String, String> files, Map<String, String> environments) {
        return files.entrySet().stream()
                .flatMap(file -> environments.containsKey(file.getKey())
                        ? foreign(environments.get(file.getKey()), file.getKey(), file.getValue())
                        : own(file.getKey(), file.getValue()))
                .toList();
    }

    private static Stream<Manifest> own(String path, String text) {
        Matcher matcher = OWN.matcher(path);
        if (!matcher.matches() || CHARTS.matcher(path).matches()) {
            return Stream.empty();
        }
        String file = Optional.ofNullable(matcher.group("file")).orElse(matcher.group("folder"));
        return objects(matcher.group("environment"), file, path, text);
    }

    private static Stream<Manifest> foreign(String environment, String path, String text) {
        String folder = Synthesis.DIST + "/" + environment + "/";
        return objects(environment, path.substring(folder.length()), path, text);
    }

    private static Stream<Manifest> objects(String environment, String file, String path, String text) {
        return Parsing.documents(path, text).stream()
                .flatMap(ManifestFiles::items)
                .filter(tree -> !tree.get("kind").text().isEmpty())
                .map(tree -> new Manifest(environment, file, tree));
    }

    /** {@code List}, and the typed ones that the API answers with, such as {@code ConfigMapList}. */
    private static Stream<Tree> items(Tree document) {
        boolean isList = document.get("kind").text().endsWith("List")
                && document.get("items").exists();
        return isList ? document.get("items").items().stream().flatMap(ManifestFiles::items) : Stream.of(document);
    }

    /** The charts that a list of add-ons names, each with its values, in the order in which they are installed. */
    static List<InstalledChart> charts(Map<String, String> files) {
        return files.entrySet().stream()
                .flatMap(file -> charts(files, file.getKey(), file.getValue()))
                .toList();
    }

    private static Stream<InstalledChart> charts(Map<String, String> files, String path, String text) {
        Matcher matcher = CHARTS.matcher(path);
        if (!matcher.matches()) {
            return Stream.empty();
        }
        return Parsing.yaml(path, text).get("charts").items().stream().map(chart -> {
            String values = matcher.group("folder") + chart.get("values").text();
            return new InstalledChart(
                    matcher.group("environment"), chart, Parsing.yaml(values, files.getOrDefault(values, "{}")));
        });
    }
}
