package dev.slipway.testing.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence that a failure can say stands in the expected text of a test. */
class PinnedFailuresTest {
    private static final Path FAILURES = Path.of("src/main/java/dev/slipway/testing/failure");
    private static final Path TESTS = Path.of("src/test/java/dev/slipway/testing");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

    /** What parts words, such as a comma, is in every text. */
    private static final int LEAST = 4;

    /** The lines that tests expect, without those that call something. */
    private static String expected;

    static Stream<Path> failures() throws IOException {
        try (Stream<Path> files = Files.list(FAILURES)) {
            return files.filter(file -> !file.endsWith("package-info.java")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void everySentenceIsExpectedByATest(Path failure) throws IOException {
        List<String> unpinned = new ArrayList<>();
        for (String line : Files.readAllLines(failure)) {
            Matcher literal = LITERAL.matcher(line);
            while (!line.strip().startsWith("*") && !line.strip().startsWith("//") && literal.find()) {
                String text = literal.group(1).strip();
                if (text.replaceAll("%\\d?\\$?s|\\W", "").length() >= LEAST && !isExpected(text)) {
                    unpinned.add(text);
                }
            }
        }
        assertThat(unpinned)
                .as("sentences of %s that no test expects", failure.getFileName())
                .isEmpty();
    }

    private static boolean isExpected(String text) throws IOException {
        String pattern =
                Stream.of(text.split("%\\d?\\$?s", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.compile(pattern).matcher(texts()).find();
    }

    private static String texts() throws IOException {
        if (expected == null) {
            try (Stream<Path> files = Files.walk(TESTS)) {
                StringBuilder all = new StringBuilder();
                for (Path file : files.filter(path -> path.toString().endsWith(".java"))
                        .sorted()
                        .toList()) {
                    all.append(Files.readString(file));
                }
                expected = all.toString();
            }
        }
        return expected;
    }
}
