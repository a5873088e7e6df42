package dev.slipway.architecture;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Small files in small packages. */
class SourceFilesTest {
    private static final Path MAIN = Path.of("src", "main", "java", "dev", "slipway");
    private static final Path TESTS = Path.of("src", "test", "java", "dev", "slipway");
    private static final List<Source> SOURCES = read(MAIN);

    /** Conversions that follow the locale of the machine, in rooms whose texts reach files. */
    private static final Pattern LOCALIZED = Pattern.compile("\"[^\"\n]*%[-+ 0,(#]*\\d*(\\.\\d+)?[dfeg][^\"\n]*\"");

    private static final int LONGEST = 400;
    private static final int LONGEST_TEST = 300;
    private static final int NINETIETH_PERCENTILE = 220;
    private static final int MEDIAN = 90;
    private static final int FILES_IN_A_PACKAGE = 15;

    private record Source(Path path, String text) {
        long lines() {
            return text.lines().count();
        }

        boolean isPackageInfo() {
            return path.endsWith("package-info.java");
        }
    }

    @Test
    void noFileIsLong() {
        assertThat(longerThan(LONGEST, SOURCES))
                .as("source files of more than %s lines; split them by what they are about", LONGEST)
                .isEmpty();
    }

    @Test
    void noTestIsLong() {
        assertThat(longerThan(LONGEST_TEST, read(TESTS)))
                .as("tests of more than %s lines; split them by behaviour", LONGEST_TEST)
                .isEmpty();
    }

    @Test
    void mostFilesAreShort() {
        List<Long> lengths = SOURCES.stream()
                .filter(source -> !source.isPackageInfo())
                .map(Source::lines)
                .sorted()
                .toList();
        assertThat(lengths).isNotEmpty();
        assertThat(lengths.get(lengths.size() / 2))
                .as("median of the lines of all source files")
                .isLessThan(MEDIAN);
        assertThat(lengths.get(lengths.size() * 9 / 10))
                .as("90th percentile of the lines of all source files")
                .isLessThan(NINETIETH_PERCENTILE);
    }

    @Test
    void noPackageIsCrowded() {
        Map<Path, Long> files = SOURCES.stream()
                .filter(source -> !source.isPackageInfo())
                .collect(groupingBy(source -> source.path().getParent(), TreeMap::new, counting()));
        assertThat(files).isNotEmpty();
        files.values().removeIf(count -> count <= FILES_IN_A_PACKAGE);
        assertThat(files)
                .as("packages of more than %s source files; split them by what they are about", FILES_IN_A_PACKAGE)
                .isEmpty();
    }

    @Test
    void everyPackageIsDescribed() {
        List<Path> missing = SOURCES.stream()
                .map(source -> source.path().resolveSibling("package-info.java"))
                .distinct()
                .filter(Files::notExists)
                .toList();
        assertThat(missing)
                .as("package descriptions to write, with @NullMarked")
                .isEmpty();
    }

    @Test
    void numbersReadAlikeInEveryLocale() {
        List<Path> localized = Stream.of("platform", "plan", "render", "capability", "addon", "workload", "review")
                .flatMap(room -> read(MAIN.resolve(room)).stream())
                .filter(source -> LOCALIZED.matcher(source.text()).find())
                .map(Source::path)
                .toList();
        assertThat(localized)
                .as("files that format with %d or %f, which use the digits of the machine's locale; use %s")
                .isEmpty();
    }

    private static List<String> longerThan(int limit, List<Source> sources) {
        assertThat(sources).isNotEmpty();
        return sources.stream()
                .filter(source -> source.lines() > limit)
                .map(source -> "%s (%s)".formatted(source.path(), source.lines()))
                .toList();
    }

    private static List<Source> read(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .map(SourceFilesTest::source)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Source source(Path path) {
        try {
            return new Source(path, Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
