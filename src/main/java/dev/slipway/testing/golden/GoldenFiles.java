package dev.slipway.testing.golden;

import dev.slipway.review.Synthesis;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What was rendered, as the texts of golden files: free of noise, and with what is common to many things said once.
 *
 * <pre>{@code
 * GoldenFiles.of(synthesis).get("kubernetes/Deployment.yaml")
 * }</pre>
 */
public final class GoldenFiles {
    static final String TITLE = "# A golden file of Slipway, written by a test with -Dslipway.update=true.";

    private GoldenFiles() {}

    /** The files of a synthesis by their paths; of some of its environments, where any are named. */
    public static Map<String, String> of(Synthesis synthesis, String... environments) {
        Map<String, String> texts = new TreeMap<>();
        Contents contents = Contents.of(synthesis, List.of(environments));
        contents.files().forEach((file, kinds) -> texts.put(file, text(kinds)));
        contents.texts().forEach((file, text) -> texts.put(file, TITLE + "\n" + text.stripTrailing() + "\n"));
        return texts;
    }

    private static String text(Map<String, List<Item>> kinds) {
        List<String> lines = new ArrayList<>(List.of(TITLE));
        kinds.forEach((kind, items) -> {
            lines.add("");
            lines.add(kind + ":");
            lines.add("  objects:");
            where(items).forEach((name, places) -> lines.add("    %s: %s".formatted(Yaml.key(name), places)));
            for (Section section : Factored.of(kind, items)) {
                List<String> written = Node.of(section).lines();
                if (!written.isEmpty()) {
                    lines.add("  " + Yaml.key(section.title()) + ":");
                    written.forEach(line -> lines.add(line.isEmpty() ? line : "    " + line));
                }
            }
        });
        return String.join("\n", lines) + "\n";
    }

    private static Map<String, String> where(List<Item> items) {
        Map<String, String> where = new TreeMap<>();
        items.forEach(item -> where.merge(item.name(), item.environment(), (some, more) -> some + ", " + more));
        return where.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue(), (a, b) -> a, TreeMap::new));
    }
}
