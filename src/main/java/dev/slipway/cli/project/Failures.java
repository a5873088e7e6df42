package dev.slipway.cli.project;

import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.program.ProgramException;
import java.io.PrintWriter;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What is said where a command cannot go on, and what the process ends with. */
public final class Failures implements IExecutionExceptionHandler {
    /** All is well. */
    public static final int FINE = 0;

    /** Something is wrong with the project, or is refused. */
    public static final int REFUSED = 1;

    /** Something is wrong with what was typed. */
    public static final int USAGE = 2;

    /** The command could not finish, whatever is right or wrong. */
    public static final int UNFINISHED = 3;

    /** Typed to see the stack of what went wrong. */
    public static final String VERBOSE = "--verbose";

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult typed) {
        PrintWriter err = command.getErr();
        int exit;
        if (failure instanceof InvalidPlatformException invalid) {
            invalid.problems().forEach(err::println);
            err.println(invalid.shown().getMessage());
            exit = REFUSED;
        } else if (failure instanceof UnknownNameException unknown) {
            err.println(unknown.getMessage());
            exit = USAGE;
        } else {
            boolean isVerbose = typed.originalArgs().contains(VERBOSE);
            err.println(isKnown(failure) ? failure.getMessage() : unexpected(failure));
            if (isVerbose) {
                failure.printStackTrace(err);
            } else if (!isKnown(failure)) {
                err.println("  Fix: %s shows where, as does a report of it need.".formatted(VERBOSE));
            }
            exit = UNFINISHED;
        }
        err.flush();
        return exit;
    }

    private static boolean isKnown(Exception failure) {
        return failure instanceof ProgramException || failure instanceof UnfinishedException;
    }

    private static String unexpected(Exception failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        String first = message.lines().findFirst().orElse("no message");
        return "slipway could not finish: %s (%s)%s"
                .formatted(
                        first,
                        failure.getClass().getSimpleName(),
                        Arrays.stream(failure.getStackTrace())
                                .findFirst()
                                .map(" at %s"::formatted)
                                .orElse(""));
    }
}
