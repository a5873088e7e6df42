package dev.slipway.cli;

import dev.slipway.cli.project.Failures;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Runs of commands on what a program synthesizes.
 *
 * @param out what they print
 * @param err the same to standard error
 */
public record CommandRun(StringWriter out, StringWriter err) {
    /** Ends as a process of its own would: 0 where all is well. */
    public int of(Object command, String... arguments) {
        return new CommandLine(command)
                .setExecutionExceptionHandler(new Failures())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    /** The same for the platform of a program, in the folder of its project. */
    public int of(Object command, Class<?> program, Path folder, String... arguments) {
        return of(
                command,
                Stream.concat(
                                Stream.of(arguments),
                                Stream.of("--main", program.getName(), "--project", folder.toString()))
                        .toArray(String[]::new));
    }
}
