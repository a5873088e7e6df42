package dev.slipway.acceptance.deployment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.slipway.review.Tree;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The AWS emulator in a process of its own, on a free port of the loopback interface; it ends with this one at the latest. */
final class Emulator implements AutoCloseable {
    private static final Path LAUNCHER = Path.of("src/test/resources/dev/slipway/acceptance/deployment/emulator.py");
    private static final int MISSING = 3;
    private static final int SECONDS_TO_START = 120;
    private static final int SECONDS_TO_STOP = 10;

    private final Process process;
    private final Tree said;

    private Emulator(Process process, Tree said) {
        this.process = process;
        this.said = said;
    }

    /** Starts it for one account; where it is not installed, the test is skipped. */
    static Emulator start(String account, Path log) {
        ProcessBuilder builder = new ProcessBuilder(python(), LAUNCHER.toString()).redirectError(log.toFile());
        builder.environment().put("MOTO_ACCOUNT_ID", account);
        builder.environment().put("MOTO_IAM_LOAD_MANAGED_POLICIES", "true");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        try {
            Process process = builder.start();
            String said = CompletableFuture.supplyAsync(() -> line(process))
                    .completeOnTimeout("", SECONDS_TO_START, TimeUnit.SECONDS)
                    .join();
            if (said.startsWith("{")) {
                return new Emulator(process, Tree.of(Json.read(said)));
            }
            stop(process);
            assumeFalse(
                    process.exitValue() == MISSING,
                    "the Python package moto is missing beside moto_server: run pip install 'moto[server]'");
            throw new IllegalStateException("The emulator did not start: " + Files.readString(log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the word {@code localhost}, for which the CDK CLI addresses buckets by path. */
    String endpoint() {
        return "http://localhost:" + said.get("port").text();
    }

    /** How it comes by the resources of a type. */
    Means means(String type) {
        Tree call = said.get("stoodIn").get(type);
        if (call.exists()) {
            return call.text().isEmpty() ? Means.RECORDED : Means.BACKED;
        }
        return said.get("own").texts().contains(type) ? Means.OWN : Means.NONE;
    }

    /** The call of the emulator that a stand-in makes; empty where it makes none. */
    String call(String type) {
        return said.get("stoodIn").get(type).text();
    }

    /** How a type is deployed. */
    enum Means {
        /** By the emulator's own CloudFormation. */
        OWN,
        /** By a stand-in, which lets the emulator's own service make the resource. */
        BACKED,
        /** By a stand-in, which holds the properties against the model of the service's API and makes nothing. */
        RECORDED,
        NONE
    }

    @Override
    public void close() {
        stop(process);
    }

    private static void stop(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static String line(Process process) {
        try (BufferedReader out = process.inputReader(UTF_8)) {
            return Optional.ofNullable(out.readLine()).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The interpreter that moto_server is run by, which is the one that has the package. */
    private static String python() {
        List<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "moto_server"))
                .filter(Files::isExecutable)
                .toList();
        assumeFalse(found.isEmpty(), "moto_server, the AWS emulator, is not on the PATH: nothing is deployed");
        return found.stream()
                .map(Emulator::firstLine)
                .filter(line -> line.startsWith("#!/") && line.contains("python") && !line.contains(" "))
                .map(line -> line.substring(2))
                .findFirst()
                .orElse("python3");
    }

    private static String firstLine(Path script) {
        try (Stream<String> lines = Files.lines(script, UTF_8)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
