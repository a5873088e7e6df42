package dev.slipway.ordering.laptop;

import dev.slipway.ordering.laptop.contract.Contract;
import dev.slipway.ordering.laptop.service.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The laptop as a user starts it: a process, with what it prints. */
final class LaptopProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Pattern READY = Pattern.compile("Ready in ([0-9.]+) s: (\\S+)");
    private static final Path MODULE = Path.of("").toAbsolutePath();
    private static final Path SERVICES = Path.of("..").toAbsolutePath().normalize();
    private static final long POLL_MILLIS = 100;

    private final Process process;
    private final Path output;

    private LaptopProcess(Path folder, Path services, Map<String, String> surroundings, List<String> arguments) {
        try {
            output = Files.createTempFile(folder, "laptop-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command(folder, services, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("OTEL_"));
            builder.environment().putAll(surroundings);
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts all services, and returns when everything is ready. Temporary data lies in the folder. */
    static LaptopProcess start(Path folder, String... arguments) {
        return startAmong(Map.of(), folder, arguments);
    }

    /** Starts all services with further variables in the environment of their process. */
    static LaptopProcess startAmong(Map<String, String> surroundings, Path folder, String... arguments) {
        LaptopProcess laptop = new LaptopProcess(folder, SERVICES, surroundings, List.of(arguments));
        laptop.awaitReady();
        return laptop;
    }

    /** Starts one service, where the matter is not what services do. */
    static LaptopProcess startOne(Path folder, String... arguments) {
        LaptopProcess laptop = beginOne(folder, arguments);
        laptop.awaitReady();
        return laptop;
    }

    /** Begins to start one service. */
    static LaptopProcess beginOne(Path folder, String... arguments) {
        try {
            Path services = folder.resolve("services");
            if (!Files.exists(services)) {
                Files.createDirectories(services);
                Files.createSymbolicLink(services.resolve("contract"), SERVICES.resolve("contract"));
                Files.createSymbolicLink(services.resolve("order"), SERVICES.resolve("order"));
            }
            return new LaptopProcess(folder, services, Map.of(), List.of(arguments));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all services. */
    static List<String> services() {
        return Found.contracts(SERVICES).stream().map(Contract::service).toList();
    }

    /** The routes of all services. */
    static List<String> routes() {
        return Found.contracts(SERVICES).stream()
                .flatMap(contract -> contract.routes().stream())
                .toList();
    }

    private static List<String> command(Path folder, Path services, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-javaagent:"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.springframework.boot.logging.LoggingSystem=none",
                "-Djava.io.tmpdir=" + folder,
                "-Dlaptop.log=" + folder.resolve("laptop.log"),
                "-cp",
                MODULE.resolve("target/classes")
                        + System.getProperty("path.separator")
                        + Files.readString(MODULE.resolve("target/libraries")).strip(),
                Laptop.class.getName(),
                "--services",
                services.toString()));
        command.addAll(arguments);
        return command;
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!READY.matcher(output()).find()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("The laptop did not become ready: " + output());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address it printed. */
    String url() {
        return ready().group(2);
    }

    /** The seconds it printed. */
    double seconds() {
        return Double.parseDouble(ready().group(1));
    }

    private Matcher ready() {
        Matcher matcher = READY.matcher(output());
        if (!matcher.find()) {
            throw new AssertionError("Not ready: " + output());
        }
        return matcher;
    }

    /** The process, and everything that it started. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
        all.add(process.toHandle());
        return all;
    }

    /** The process of a service that runs apart, while there is one. */
    Optional<ProcessHandle> apart(String service) {
        return process.descendants()
                .filter(child -> arguments(child).endsWith("\0" + service + "\0"))
                .findFirst();
    }

    /** What Java says of a command line ends after 4 KB, in the midst of a class path. */
    private static String arguments(ProcessHandle child) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(child.pid()), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    void kill() {
        process.destroyForcibly();
    }

    /** As Ctrl-C does: the exit code. */
    int stop() {
        process.destroy();
        return awaitEnd();
    }

    int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("It did not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
