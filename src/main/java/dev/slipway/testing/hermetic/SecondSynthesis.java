package dev.slipway.testing.hermetic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.slipway.testing.failure.Failure;
import dev.slipway.testing.failure.ShouldRenderAlike;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a platform's program twice, each in a JVM and an empty folder of its own, the second time with another home, time zone,
 * locale, encoding and environment, and compares every byte that it writes. It takes as long as two syntheses: an integration test.
 *
 * <pre>{@code
 * SecondSynthesis.of(ShopPlatform.class).verify();
 * }</pre>
 */
public final class SecondSynthesis {
    private static final int MAX_MINUTES = 10;

    private final Class<?> program;

    private SecondSynthesis(Class<?> program) {
        this.program = program;
    }

    /** Of the program whose {@code main} synthesizes the platform. */
    public static SecondSynthesis of(Class<?> program) {
        return new SecondSynthesis(program);
    }

    /** Throws where the two differ, with each file and the first line that does. */
    public void verify() {
        failure().ifPresent(failure -> {
            throw new AssertionError(failure.create());
        });
    }

    private Optional<Failure> failure() {
        try {
            Path folder = Files.createTempDirectory("slipway-");
            try {
                Map<String, String> here = output(folder.resolve("here"), Map.of(), List.of());
                Path home = Files.createDirectories(folder.resolve("home"));
                Map<String, String> there =
                        output(folder.resolve("another folder/there"), variables(home), options(home));
                return ShouldRenderAlike.shouldRenderAlike(program.getSimpleName(), here, there);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program (%s) cannot be run".formatted(program.getName()), e);
        }
    }

    /** Kiribati is a day ahead of most, Turkish has an i of its own, and nobody's variables are these. */
    private static Map<String, String> variables(Path home) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HOME", home.toString());
        variables.put("USER", "somebody-else");
        variables.put("TZ", "Pacific/Kiritimati");
        variables.put("LANG", "tr_TR.UTF-8");
        variables.put("LC_ALL", "tr_TR.UTF-8");
        variables.put("AWS_PROFILE", "somebody-else");
        variables.put("AWS_REGION", "ap-southeast-4");
        return variables;
    }

    private static List<String> options(Path home) {
        return List.of(
                "-Duser.home=" + home,
                "-Duser.name=somebody-else",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-9");
    }

    private Map<String, String> output(Path folder, Map<String, String> variables, List<String> options)
            throws IOException {
        Files.createDirectories(folder);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        run(folder, variables, command);
        return files(folder);
    }

    private void run(Path folder, Map<String, String> variables, List<String> command) throws IOException {
        Path log = Files.createTempFile("slipway-", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(MAX_MINUTES, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException(
                        "The program (%s) must end within %s minutes".formatted(program.getName(), MAX_MINUTES));
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException("The program (%s) must end with 0, not %s:%n%s"
                        .formatted(program.getName(), process.exitValue(), Files.readString(log, UTF_8)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            Files.delete(log);
        }
    }

    /** Byte by byte, as one character each. */
    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.put(name, Files.readString(path, ISO_8859_1));
            }
        }
        return files;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
