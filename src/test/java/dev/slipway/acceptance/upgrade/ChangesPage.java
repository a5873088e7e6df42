package dev.slipway.acceptance.upgrade;

import dev.slipway.review.change.Changes;
import dev.slipway.review.change.Kind;
import dev.slipway.review.change.ObjectChange;
import dev.slipway.review.change.PropertyChange;
import dev.slipway.review.change.ResourceChange;
import dev.slipway.review.change.state.StateFindings;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each change does, as a table. */
final class ChangesPage {
    private static final int TYPES_SHOWN = 4;
    private static final int PROPERTIES_SHOWN = 3;
    private static final String HEAD = """
            # What a change of the model does

            Generated from what the default platform renders for production before and after each change, and compared with it by a test.
            What replaces a resource comes from the published specification of CloudFormation
            ([decision 32](../adr/0032-the-specification-is-reduced-at-build.md)). Pods that restart are counted by their workload.

            """;

    private final List<String> safe = new ArrayList<>();
    private final List<String> dangerous = new ArrayList<>();

    void safe(Variant variant, Changes changes) {
        safe.add("| %s | %s | %s |".formatted(variant.what(), aws(changes), restarts(changes)));
    }

    void dangerous(Variant variant, Changes changes) {
        dangerous.add("| %s | %s | %s |".formatted(variant.what(), aws(changes), rules(changes)));
    }

    String markdown() {
        return HEAD
                + "## Loses nothing\n\n| change | AWS | pods restart |\n| --- | --- | --- |\n"
                + String.join("\n", safe)
                + "\n\n## Loses something, or is refused\n\nEach is said, resource by resource. In production what is removed or replaced is kept: it"
                + " leaves its stack and stays in the account.\n\n| change | AWS | findings |\n| --- | --- | --- |\n"
                + String.join("\n", dangerous)
                + "\n";
    }

    private static String aws(Changes changes) {
        String text = Stream.of(Kind.values())
                .map(kind -> ofKind(kind, changes.resources(change -> change.kind() == kind)))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
        return text.isEmpty() ? "nothing" : text;
    }

    private static String ofKind(Kind kind, List<ResourceChange> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        Map<String, List<ResourceChange>> byType = changes.stream()
                .collect(Collectors.groupingBy(ResourceChange::type, TreeMap::new, Collectors.toList()));
        List<String> types = byType.entrySet().stream()
                .sorted(Comparator.comparing(type -> !type.getValue().get(0).isStateful()))
                .map(type -> ofType(type.getKey(), type.getValue()))
                .toList();
        String more = types.size() > TYPES_SHOWN ? " and %s types more".formatted(types.size() - TYPES_SHOWN) : "";
        return "**%s** %s%s"
                .formatted(
                        kind.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        types.stream().limit(TYPES_SHOWN).collect(Collectors.joining(", ")),
                        more);
    }

    private static String ofType(String type, List<ResourceChange> changes) {
        List<String> paths = changes.stream()
                .flatMap(change -> change.properties().stream())
                .map(PropertyChange::path)
                .map(path -> path.replaceAll("[.\\[].*", ""))
                .distinct()
                .sorted()
                .toList();
        String shown = paths.stream().limit(PROPERTIES_SHOWN).collect(Collectors.joining(", "));
        String more = paths.size() > PROPERTIES_SHOWN ? ", …" : "";
        return "%s %s%s"
                .formatted(changes.size(), type.replace("AWS::", ""), paths.isEmpty() ? "" : " (" + shown + more + ")");
    }

    private static String restarts(Changes changes) {
        long restarts =
                changes.objects().stream().filter(ObjectChange::restartsPods).count();
        return restarts == 0 ? "none" : String.valueOf(restarts);
    }

    private static String rules(Changes changes) {
        Map<String, Long> rules = StateFindings.of(changes).stream()
                .collect(Collectors.groupingBy(Finding::rule, TreeMap::new, Collectors.counting()));
        return rules.entrySet().stream()
                .map(rule -> "%s `%s`".formatted(rule.getValue(), rule.getKey()))
                .collect(Collectors.joining(", "));
    }
}
