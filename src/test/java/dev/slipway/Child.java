package dev.slipway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A finished process. */
public record Child(int exit, String out, String err) {
    private static final int MAX_MINUTES = 10;

    /** Runs a command in a folder, with variables beside those of this process. */
    public static Child of(Path folder, Map<String, String> variables, List<String> command) {
        try {
            Path out = Files.createTempFile("slipway-", ".out");
            Path err = Files.createTempFile("slipway-", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                builder.environment().putAll(variables);
                Process process = builder.start();
                if (!process.waitFor(MAX_MINUTES, MINUTES)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    throw new IllegalStateException("%s takes more than %s minutes".formatted(command, MAX_MINUTES));
                }
                return new Child(process.exitValue(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether any line looks like a frame of a Java or JavaScript stack trace. */
    public boolean hasStackTrace() {
        return (out + err)
                .lines()
                .anyMatch(line -> line.matches("\\s+at \\S+.*\\(.*\\)\\s*|Exception in thread .*Error.*"));
    }
}
