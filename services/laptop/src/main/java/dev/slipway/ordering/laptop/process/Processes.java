package dev.slipway.ordering.laptop.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts processes that end with this one, even where this one is killed.
 *
 * <p>Each runs in a session of its own, so that Ctrl-C in a terminal reaches this program alone, which then stops the
 * parts in their order. A shell waits at the other end of a pipe: when the pipe breaks, this program is gone, and the
 * shell stops what it was told of.
 */
public final class Processes implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/local/bin");
    private static final String WATCH = "while read -r pid; do [ \"$pid\" = done ] && exit; pids=\"$pids $pid\"; done;"
            + " for pid in $pids; do kill -INT $pid; done 2>/dev/null";
    private static final long PATIENCE_SECONDS = 20;

    private final List<Process> started = new ArrayList<>();
    private final @Nullable Writer watcher;

    public Processes() {
        Path shell = Path.of("/bin/sh");
        watcher = Files.isExecutable(shell) ? watcher(shell) : null;
    }

    private static Writer watcher(Path shell) {
        try {
            return new ProcessBuilder(detached(List.of(shell.toString(), "-c", WATCH)))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a process with these variables more; what it says goes to a file. */
    public Process start(List<String> command, Map<String, String> variables, File log) {
        ProcessBuilder builder = new ProcessBuilder(detached(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().putAll(variables);
        return start(builder);
    }

    /** Starts a process with these variables and no other; what it says goes to a file. */
    public Process startWithOnly(List<String> command, Map<String, String> variables, File log) {
        ProcessBuilder builder = new ProcessBuilder(detached(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
        builder.environment().clear();
        builder.environment().putAll(variables);
        return start(builder);
    }

    private synchronized Process start(ProcessBuilder builder) {
        try {
            Process process = builder.start();
            started.removeIf(earlier -> !earlier.isAlive());
            started.add(process);
            tellWatcher(Long.toString(process.pid()));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops one process, first politely. */
    public static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** The full path of a program, or nothing where this system has none of that name. */
    public static Stream<Path> program(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .limit(1);
    }

    private static List<String> detached(List<String> command) {
        List<String> whole = new ArrayList<>();
        program("setsid").forEach(setsid -> whole.add(setsid.toString()));
        whole.addAll(command);
        return whole;
    }

    private void tellWatcher(String line) {
        if (watcher == null) {
            return;
        }
        try {
            watcher.write(line + "\n");
            watcher.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops whatever is still there, and then the watcher. */
    @Override
    public synchronized void close() {
        started.stream().filter(Process::isAlive).forEach(Processes::stop);
        started.clear();
        tellWatcher("done");
    }

    @Override
    public String toString() {
        return "processes";
    }
}
