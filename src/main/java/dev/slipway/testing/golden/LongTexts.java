package dev.slipway.testing.golden;

import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Texts of many lines, such as scripts: each in a file of its own, however many things hold it. */
final class LongTexts {
    /** Lines up to which a text stays where it is. */
    private static final int LINES = 8;

    private final Map<String, String> files = new TreeMap<>();

    /** The leaf itself, or the name of the file that has its text. */
    Tree kept(String environment, String name, List<String> path, Tree leaf) {
        String text = leaf.text();
        if (text.lines().count() <= LINES) {
            return leaf;
        }
        String last = path.get(path.size() - 1);
        String file = Stream.of(last, name + "." + last, name + "." + environment + "." + last)
                .map(candidate -> "texts/%s.txt".formatted(candidate.replaceAll("[^A-Za-z0-9._-]+", "-")))
                .filter(candidate -> files.getOrDefault(candidate, text).equals(text))
                .findFirst()
                .orElse("");
        if (file.isEmpty()) {
            return leaf;
        }
        files.put(file, text);
        return Tree.of("<%s>".formatted(file));
    }

    Map<String, String> files() {
        return files;
    }
}
