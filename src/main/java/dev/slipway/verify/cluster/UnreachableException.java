package dev.slipway.verify.cluster;

/** An API server did not answer, or refused to: {@code GET /api/v1/namespaces/shop: forbidden}. */
public final class UnreachableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String path, String reason) {
        super("GET %s: %s".formatted(path, reason));
    }

    UnreachableException(String path, String reason, Throwable cause) {
        super("GET %s: %s".formatted(path, reason), cause);
    }
}
