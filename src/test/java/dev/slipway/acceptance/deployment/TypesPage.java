package dev.slipway.acceptance.deployment;

import dev.slipway.acceptance.deployment.Emulator.Means;
import dev.slipway.review.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that tells, for each type of resource that any blueprint or provider renders, whether it was deployed, stood in, or
 * neither. Its last part is written by a test of its own, as everything has to be rendered for it.
 */
final class TypesPage {
    static final Path PATH = Path.of("docs/reference/emulated-deployment.md");

    private static final Pattern TYPE = Pattern.compile("(?m)^- `([^`]+)`");
    private static final String REST = "\n## Not covered\n";
    private static final String HEAD = """
            # What an emulated deployment covers

            Generated, and compared by `DeploymentIT` and `NotCoveredTest`, which write it anew with `-Dslipway.update=true`. What is done with the
            emulator, and what that does not show, stands in [the guide](../guide/deploy-to-an-emulator.md).
            """;

    private TypesPage() {}

    /** With the number of resources, for whoever runs the test. */
    static String table(Emulator emulator, Stream<Resource> deployed) {
        Map<String, Long> counts =
                deployed.collect(Collectors.groupingBy(Resource::type, TreeMap::new, Collectors.counting()));
        StringBuilder table = new StringBuilder();
        counts.forEach((type, count) -> {
            String said =
                    switch (emulator.means(type)) {
                        case OWN -> "deployed";
                        case BACKED -> "stood in, backed by " + emulator.call(type);
                        case RECORDED -> "stood in, recorded";
                        case NONE -> "not covered";
                    };
            table.append("%-45s %4s  %s%n".formatted(type, count, said));
        });
        notCovered().forEach(type -> table.append("%-45s       not covered%n".formatted(type)));
        return table.toString();
    }

    /** What was deployed; without numbers, which change with every service and topic. */
    static String deployed(Emulator emulator, Stream<Resource> deployed) {
        Map<Means, NavigableSet<String>> types = new TreeMap<>();
        deployed.map(Resource::type)
                .forEach(type -> types.computeIfAbsent(emulator.means(type), means -> new TreeSet<>())
                        .add(type));
        return HEAD
                + section(
                        "\n## Deployed\n",
                        "By the emulator's own CloudFormation.",
                        types.getOrDefault(Means.OWN, new TreeSet<>()),
                        type -> "")
                + section(
                        "\n## Stood in, backed by the service\n",
                        "By a stand-in of the test, which lets the emulator's own service make the resource.",
                        types.getOrDefault(Means.BACKED, new TreeSet<>()),
                        type -> ": `" + emulator.call(type) + "`")
                + section(
                        "\n## Stood in, recorded\n",
                        "By a stand-in of the test, which holds the properties against the model of the service's API, asks the emulator\n"
                                + "for what they refer to, and makes nothing. Where the service is asked, it answers what the stand-in was told.",
                        types.getOrDefault(Means.RECORDED, new TreeSet<>()),
                        type -> "");
    }

    /** Types that are rendered, and that the page does not list as deployed or stood in. */
    static String notCovered(Collection<String> rendered) {
        NavigableSet<String> rest = new TreeSet<>(rendered);
        TYPE.matcher(part(0)).results().map(found -> found.group(1)).forEach(rest::remove);
        return section(
                REST,
                "Rendered by a choice that the default platform does not make in `shared`, `dev` and `prod`: never deployed anywhere.",
                rest,
                type -> "");
    }

    /** The page as it stands: 0 is what was deployed, 1 what is not covered. */
    static String part(int part) {
        String page = read();
        int rest = page.indexOf(REST);
        int end = rest < 0 ? page.length() : rest;
        return part == 0 ? page.substring(0, end) : page.substring(end);
    }

    /** Puts new text in place of a part. */
    static void write(int part, String text) {
        try {
            Files.writeString(PATH, part == 0 ? text + part(1) : part(0) + text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NavigableSet<String> notCovered() {
        return TYPE.matcher(part(1))
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read() {
        try {
            return Files.exists(PATH) ? Files.readString(PATH) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(
            String title, String means, NavigableSet<String> types, Function<String, String> more) {
        return title
                + "\n" + means + "\n\n"
                + types.stream()
                        .map(type -> "- `%s`%s\n".formatted(type, more.apply(type)))
                        .collect(Collectors.joining());
    }
}
