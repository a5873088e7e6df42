package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=DefaultsPageTest -Dslipway.update=true} writes the page anew. */
class DefaultsPageTest {
    private static final Path PAGE = Path.of("docs/reference/defaults.md");
    private static final Path MAIN = Path.of("src/main/java/dev/slipway");

    /** Rooms whose constants decide what is rendered, or what may be declared. */
    private static final List<String> ROOMS = List.of("platform", "plan", "render", "workload", "capability", "addon");

    /** A number or a time, and the comment before it that says what it is and where it comes from. */
    private static final Pattern CONSTANT = Pattern.compile(
            "(?:/\\*\\*(?<comment>(?:(?!\\*/).)*)\\*/\\s*)?(?:(?:public|private|protected) )?(?:static final )?"
                    + "\\b(?<type>int|long|double|Duration) (?<name>[A-Z][A-Z0-9_]+) =\\s*(?<value>[^;]+);",
            Pattern.DOTALL);

    /** The part of a record, up to the next tag or the end of the comment. */
    private static final Pattern COMPONENT =
            Pattern.compile("@param (?<name>\\w+) (?<text>(?:(?!\\n\\s*\\* @|\\*/).)*)", Pattern.DOTALL);

    private static final Pattern REFERENCE = Pattern.compile("\\{@value (?<type>\\w*)#(?<name>\\w+)}");

    /** A text, which only comments refer to. */
    private static final Pattern TEXT = Pattern.compile("String (?<name>[A-Z][A-Z0-9_]+) =\\s*\"(?<value>[^\"]*)\";");

    /** What units are made of. */
    private static final Set<String> ARITHMETIC = Set.of(
            "ALL", "BITS", "OCTET", "OCTETS", "PERCENT", "THOUSAND", "MEBIBYTE", "GIBIBYTE", "MEBIBYTES_IN_GIBIBYTE");

    private static final String HEAD = """
            # What holds where nobody chooses

            Generated from the code, and compared with it by a test: what each choice and need is by default, and every number
            that decides what is rendered or what may be declared, with its reason or source. What is chosen where neither an
            environment nor its platform chooses stands in `dev.slipway.Defaults`.

            """;

    @Test
    void namesEveryNumberWithItsReason() throws IOException {
        Map<String, String> values = values();
        List<String> components = new ArrayList<>();
        Map<String, List<String>> constants = new TreeMap<>();
        for (String room : ROOMS) {
            for (Path source : sources(MAIN.resolve(room))) {
                String text = Files.readString(source);
                String type = source.getFileName().toString().replace(".java", "");
                components(type, text, values, components);
                constants(type, text, values, constants.computeIfAbsent(packageOf(source), name -> new ArrayList<>()));
            }
        }
        constants.values().removeIf(List::isEmpty);
        String page = HEAD + choices(components) + numbers(constants);
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(components).hasSizeGreaterThan(20);
        assertThat(constants).hasSizeGreaterThan(15);
        assertThat(page)
                .contains(
                        "| `ScalingPace` | `QUIET_BEFORE_LESS` | 300 | Seconds.",
                        "| `Termination` | `PRE_STOP` | 15 |");
        constants.forEach((name, rows) -> {
            if (name.startsWith("workload")) {
                assertThat(rows).as("numbers of %s without a reason", name).noneMatch(row -> row.endsWith("|  |\n"));
            }
        });
        assertThat(PAGE).hasContent(page);
    }

    private static List<Path> sources(Path room) throws IOException {
        try (Stream<Path> paths = Files.walk(room)) {
            return paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String packageOf(Path source) {
        return MAIN.relativize(source.getParent()).toString().replace('\\', '/').replace('/', '.');
    }

    /** Every constant by its class and name. */
    private static Map<String, String> values() throws IOException {
        Map<String, String> values = new TreeMap<>();
        for (Path source : sources(MAIN)) {
            String type = source.getFileName().toString().replace(".java", "");
            String text = Files.readString(source);
            Matcher number = CONSTANT.matcher(text);
            while (number.find()) {
                values.put(type + "#" + number.group("name"), value(number.group("value")));
            }
            Matcher string = TEXT.matcher(text);
            while (string.find()) {
                values.put(type + "#" + string.group("name"), string.group("value"));
            }
        }
        return values;
    }

    private static void components(String type, String text, Map<String, String> values, List<String> rows) {
        Matcher component = COMPONENT.matcher(text);
        while (component.find()) {
            String said = plain(type, component.group("text"), values);
            if (said.contains("by default")) {
                rows.add("| `%s` | `%s` | %s |\n".formatted(type, component.group("name"), said));
            }
        }
    }

    private static void constants(String type, String text, Map<String, String> values, List<String> rows) {
        Matcher constant = CONSTANT.matcher(text);
        while (constant.find()) {
            String comment = constant.group("comment");
            if (ARITHMETIC.contains(constant.group("name"))) {
                continue;
            }
            rows.add("| `%s` | `%s` | %s | %s |\n"
                    .formatted(
                            type,
                            constant.group("name"),
                            value(constant.group("value")),
                            comment == null ? "" : plain(type, comment, values)));
        }
    }

    private static String value(String code) {
        return code.replace("_", "").replaceAll("\\s+", " ").replace("|", "\\|");
    }

    /** A comment without its marks. */
    private static String plain(String type, String comment, Map<String, String> values) {
        String resolved = REFERENCE.matcher(comment).replaceAll(reference -> {
            String owner = reference.group(1).isEmpty() ? type : reference.group(1);
            return Matcher.quoteReplacement(values.getOrDefault(owner + "#" + reference.group(2), reference.group()));
        });
        return resolved.replaceAll("\\n\\s*\\*", "\n")
                .replaceAll("\\{@(?:code|link|value)\\s+([^}]*)}", "`$1`")
                .replaceAll("\\s+", " ")
                .replace("|", "\\|")
                .strip();
    }

    private static String choices(List<String> rows) {
        return "## Choices and needs\n\n| class | part | |\n| --- | --- | --- |\n" + String.join("", rows);
    }

    private static String numbers(Map<String, List<String>> byPackage) {
        StringBuilder page = new StringBuilder("\n## Numbers\n");
        byPackage.forEach((name, rows) -> page.append("\n### ")
                .append(name)
                .append("\n\n| class | constant | value | |\n| --- | --- | --- | --- |\n")
                .append(String.join("", rows)));
        return page.toString();
    }
}
