package dev.slipway.cli.project;

/**
 * A command could not finish for a reason that its user can do something about: no network, no such revision, a file that
 * cannot be written. Its message is shown as it is, and the process ends with 3.
 */
public final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The two parts of the message: {@code new UnfinishedException("The revision (..) must be ..", "fetch it.")}. */
    public UnfinishedException(String what, String fix) {
        super("%s%n  Fix: %s".formatted(what, fix));
    }

    public UnfinishedException(String what, String fix, Throwable cause) {
        super("%s%n  Fix: %s".formatted(what, fix), cause);
    }
}
