package dev.slipway.ordering.testing;

import java.util.UUID;

/**
 * The trace of a caller, as its header {@code traceparent} tells it.
 *
 * <pre>{@code
 * http.get().uri("/").header("traceparent", Trace.begun().parent());
 * }</pre>
 */
public record Trace(String id) {
    public static Trace begun() {
        return new Trace(UUID.randomUUID().toString().replace("-", ""));
    }

    /** The header of a caller that samples it. */
    public String parent() {
        return "00-" + id + "-00f067aa0ba902b7-01";
    }
}
