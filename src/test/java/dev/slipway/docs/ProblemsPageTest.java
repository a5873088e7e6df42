package dev.slipway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=ProblemsPageTest -Dslipway.update=true} writes the page anew. */
class ProblemsPageTest {
    private static final Path PAGE = Path.of("docs/reference/problems.md");
    private static final Path SOURCES = Path.of("src/main/java");

    /** What it finds, rules say: they have a page of their own. */
    private static final Path REVIEW = SOURCES.resolve("dev/slipway/review");

    /** A call that makes a problem: rule, then origin, then text and fix where they are literals. */
    private static final Pattern PROBLEM = Pattern.compile(
            "\\b(?<severity>error|warning)\\(\\s*\"(?<rule>[a-z0-9-]+/[a-z0-9-]+)\",(?<rest>.*?);\\s*\\n",
            Pattern.DOTALL);

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final String HEAD = """
            # Problems that Slipway finds

            Generated from the code, and compared with it by a test. Each problem is reported with its rule, the file and line of your
            program, what is wrong, and the fix. `…` stands for what comes from your platform. Errors stop everything before it is
            rendered; warnings are said.

            | rule | | what is said |
            | --- | --- | --- |
            """;

    @Test
    void listsEveryRule() throws IOException {
        Map<String, String> rows = new TreeMap<>();
        for (Path source : sources()) {
            Matcher problem = PROBLEM.matcher(Files.readString(source));
            while (problem.find()) {
                rows.putIfAbsent(
                        problem.group("rule"),
                        "| `%s` | %s | %s |\n"
                                .formatted(
                                        problem.group("rule"), problem.group("severity"), said(problem.group("rest"))));
            }
        }
        String page = HEAD + String.join("", rows.values());
        if (Boolean.getBoolean("slipway.update")) {
            Files.writeString(PAGE, page);
        }
        assertThat(rows).hasSizeGreaterThan(60);
        assertThat(PAGE).hasContent(page);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            return paths.filter(path -> path.toString().endsWith(".java") && !path.startsWith(REVIEW))
                    .sorted()
                    .toList();
        }
    }

    /** The first literal that is a sentence. */
    private static String said(String code) {
        return LITERAL.matcher(code)
                .results()
                .map(result -> result.group(1))
                .filter(text -> text.contains(" ") && text.matches("(?s)([A-Z]|%s).*"))
                .findFirst()
                .map(text -> text.replace("%s", "…")
                        .replace("\\\"", "\"")
                        .replace("%%", "%")
                        .replace("|", "\\|"))
                .orElse("…");
    }
}
