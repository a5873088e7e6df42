package dev.slipway.revision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs another program to its end. */
final class Command {
    /** The first build of a project may install Node tools and compile libraries. */
    private static final long MOST_MINUTES = 20;

    private static final int SHOWN_LINES = 30;

    private Command() {}

    /** With what it wrote on both streams, which only matter where it fails. */
    record Result(int exit, String out, String err) {
        boolean isFine() {
            return exit == 0;
        }

        /** The last of what it wrote. */
        String tail() {
            List<String> lines = (out + err).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size()));
        }
    }

    static Result run(Path folder, List<String> command) {
        try {
            Path out = Files.createTempFile("slipway-", ".out");
            Path err = Files.createTempFile("slipway-", ".err");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
                // The program would take itself to be started by one of these tools, and write one plane alone
                builder.environment().keySet().removeAll(List.of("CDK_OUTDIR", "CDK8S_OUTDIR", "CDK_CONTEXT_JSON"));
                int exit = exit(builder.start(), command);
                return new Result(exit, text(out), text(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new RevisionException(
                    "The program (%s) cannot be started".formatted(command.get(0)), "put it on the PATH.", e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    private static int exit(Process process, List<String> command) {
        try {
            if (process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue();
            }
            throw new RevisionException(
                    "The command (%s) takes more than %s minutes".formatted(String.join(" ", command), MOST_MINUTES),
                    "run it by hand and see what it waits for.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RevisionException("The command (%s) was interrupted".formatted(command), "run it again.", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }
}
