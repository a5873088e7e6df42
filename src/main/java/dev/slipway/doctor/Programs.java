package dev.slipway.doctor;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What programs print about themselves. */
@FunctionalInterface
interface Programs {
    /** After which a program that only names its version is given up. */
    int SECONDS = 20;

    /** Which Maven prints where a terminal or a continuous integration reads it. */
    Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    /** The output of a command in a folder; empty where it cannot be started, fails, or takes too long. */
    Optional<String> output(Path folder, List<String> command);

    /** Those of this machine, each given some seconds. */
    static Programs ofThisMachine() {
        return Programs::run;
    }

    private static Optional<String> run(Path folder, List<String> command) {
        try {
            // to a file, as nobody reads a pipe while somebody waits for the end
            Path out = Files.createTempFile("slipway-doctor", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(out.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(nothing()))
                        .start();
                if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    return Optional.empty();
                }
                return process.exitValue() == 0
                        ? Optional.of(COLOUR.matcher(Files.readString(out, StandardCharsets.UTF_8))
                                .replaceAll(""))
                        : Optional.empty();
            } finally {
                Files.deleteIfExists(out);
            }
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static File nothing() {
        return new File(isWindows() ? "NUL" : "/dev/null");
    }

    /** Where scripts have an ending that has to be typed. */
    static boolean isWindows() {
        return File.separatorChar == '\\';
    }
}
