package dev.slipway.revision;

/** A revision that there is not, or that does not synthesize. The message says which, and what to do. */
public final class RevisionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RevisionException(String what, String fix) {
        super("%s%n  Fix: %s".formatted(what, fix));
    }

    RevisionException(String what, String fix, Throwable cause) {
        super("%s%n  Fix: %s".formatted(what, fix), cause);
    }
}
