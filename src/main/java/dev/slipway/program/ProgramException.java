package dev.slipway.program;

/** A program could not be run for its platform. The message says what is wrong, and then what to do about it. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ProgramException(String what, String fix) {
        super(message(what, fix));
    }

    ProgramException(String what, String fix, Throwable cause) {
        super(message(what, fix), cause);
    }

    private static String message(String what, String fix) {
        return "%s%n  Fix: %s".formatted(what, fix);
    }
}
