package dev.slipway.ordering.checks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What this build has made so far. */
public final class Build {
    private static final Pattern MODULE = Pattern.compile("<module>([a-z-]+)</module>");

    private Build() {}

    /** The folder services. */
    public static Path folder() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("contract"))) {
            folder = Optional.ofNullable(folder.getParent())
                    .orElseThrow(() -> new IllegalStateException("No folder contract above the working folder"));
        }
        return folder;
    }

    /** The services of the build: its modules that the platform has a contract with. */
    public static List<String> services() {
        return MODULE.matcher(read(folder().resolve("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .filter(module -> Files.exists(contract(module)))
                .sorted()
                .toList();
    }

    public static Path contract(String service) {
        return folder().resolve("contract").resolve(service + ".json");
    }

    /** The classes and resources of a module. */
    public static Path classes(String module) {
        Path classes = folder().resolve(module).resolve("target/classes");
        if (!Files.isDirectory(classes)) {
            throw new IllegalStateException("The module " + module + " must be built before this one. Fix: mvn -f"
                    + " services/pom.xml test-compile");
        }
        return classes;
    }

    public static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
