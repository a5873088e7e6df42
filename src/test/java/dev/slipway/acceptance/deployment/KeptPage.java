package dev.slipway.acceptance.deployment;

import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.change.Retention;
import dev.slipway.review.specification.Specification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that says what stays when the stacks of the default platform are deleted, by stack and type. */
final class KeptPage {
    static final Path PATH = Path.of("docs/reference/kept.md");

    private static final String HEAD = """
            # What stays when production is destroyed

            Generated from the default platform, and compared by `KeptTest`, which writes it anew with `-Dslipway.update=true`; `DeploymentIT`
            destroys production in an emulator of AWS and finds these and nothing else. Stacks of production are protected: CloudFormation
            deletes none before somebody has lifted its termination protection.

            What holds data stays, and so does all that it is built on: AWS deletes no group of subnets, configuration or network that is in use, and
            would delete the role of a cluster that stays ([decision %s](../adr/%s)). Nothing of it is managed by anybody then; it goes on costing
            what it costs, and its names are taken until it is imported into a stack again or deleted by hand. Of an environment that is
            not production nothing stays.

            """;
    private static final String DECISION = "0046-what-data-is-built-on-stays-with-it.md";

    private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^`]+)` \\|.*");

    private KeptPage() {}

    static boolean isKept(Resource resource) {
        return Retention.of(resource.tree(), "DeletionPolicy") == Retention.RETAINED;
    }

    static Stream<Resource> kept(Synthesis synthesis) {
        return synthesis.templates().stream()
                .flatMap(template -> template.resources().stream())
                .filter(KeptPage::isKept);
    }

    /** What a page says of a resource: {@code prod/network AWS::EC2::VPC}. */
    static String line(Resource resource) {
        return "%s %s".formatted(resource.template().path(), resource.type());
    }

    /** The lines of the page as it stands. */
    static List<String> rows() {
        try (Stream<String> lines = Files.lines(PATH)) {
            return lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .map(row -> row.group(1) + " " + row.group(2))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String markdown(Synthesis synthesis) {
        Specification specification = Specification.load();
        Map<String, String> rows = new TreeMap<>();
        kept(synthesis)
                .forEach(resource -> rows.put(
                        line(resource),
                        "| `%s` | `%s` | %s |%n"
                                .formatted(
                                        resource.template().path(),
                                        resource.type(),
                                        specification.isStateful(resource.type())
                                                ? "it holds data"
                                                : "what holds data is built on it")));
        return HEAD.formatted(Integer.parseInt(DECISION.substring(0, 4)), DECISION)
                + rows.values().stream()
                        .collect(Collectors.joining("", "| stack | resources | why |\n| --- | --- | --- |\n", ""));
    }

    static void write(String page) {
        try {
            Files.writeString(PATH, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
