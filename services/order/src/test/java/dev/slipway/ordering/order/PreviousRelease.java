package dev.slipway.ordering.order;

import dev.slipway.ordering.testing.Ports;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * The release before this one, in a JVM of its own: this one with the sources kept in {@code src/previous} compiled over
 * it and without the migrations that came since.
 */
final class PreviousRelease implements AutoCloseable {
    private static final Pattern ADDED = Pattern.compile("ADD COLUMN (\\w+)");
    private static final Path KEPT = Path.of("src/previous/java");

    private final Process process;
    private final Path log;
    private final int port;

    private PreviousRelease(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /**
     * Starts it.
     *
     * @param platform the variables of the platform
     * @param newer the migrations that it does not know
     */
    static PreviousRelease start(Map<String, Object> platform, List<String> newer) throws Exception {
        Path current = Path.of(OrderApplication.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path folder = Files.createTempDirectory("previous");
        Path classes = copy(current, folder.resolve("classes"));
        for (String migration : newer) {
            Files.delete(classes.resolve("db/order").resolve(migration));
        }
        compile(classes);
        checkIsPrevious(classes, newer);
        int port = Ports.free();
        Path log = folder.resolve("log");
        ProcessBuilder java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx384m",
                        "-cp",
                        classPath(classes, current),
                        OrderApplication.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        platform.forEach((name, value) -> java.environment().put(name, value.toString()));
        java.environment().remove("JAVA_TOOL_OPTIONS");
        java.environment().put("SERVER_PORT", String.valueOf(port));
        return new PreviousRelease(java.start(), log, port);
    }

    URI uri() {
        return URI.create("http://localhost:" + port);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** What is kept must be of before the migrations: it names no column that they add. */
    private static void checkIsPrevious(Path classes, List<String> newer) throws IOException {
        for (String migration : newer) {
            String sql = Files.readString(Path.of("src/main/resources/db/order").resolve(migration));
            Matcher added = ADDED.matcher(sql);
            String orders = Files.readString(
                    classes.resolve("dev/slipway/ordering/order/lifecycle/Orders.class"), StandardCharsets.ISO_8859_1);
            while (added.find()) {
                if (orders.contains(added.group(1))) {
                    throw new IllegalStateException("The release before must not know " + added.group(1));
                }
            }
        }
    }

    private static void compile(Path classes) throws IOException {
        try (Stream<Path> files = Files.walk(KEPT)) {
            List<String> arguments = Stream.concat(
                            Stream.of(
                                    "-proc:none",
                                    "-parameters",
                                    "-nowarn",
                                    "--release",
                                    "17",
                                    "-d",
                                    classes.toString(),
                                    "-cp",
                                    classes + File.pathSeparator + System.getProperty("java.class.path")),
                            files.filter(file -> file.toString().endsWith(".java"))
                                    .map(Path::toString))
                    .toList();
            int exit = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "a JDK")
                    .run(null, null, null, arguments.toArray(String[]::new));
            if (exit != 0) {
                throw new IllegalStateException("The sources of the previous release must compile");
            }
        }
    }

    /** That of this JVM with the one folder in place of the other. */
    private static String classPath(Path classes, Path current) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).equals(current) ? classes.toString() : entry)
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copied);
                } else {
                    Files.copy(file, copied);
                }
            }
        }
        return to;
    }
}
