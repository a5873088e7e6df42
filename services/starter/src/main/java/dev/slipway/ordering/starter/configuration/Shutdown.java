package dev.slipway.ordering.starter.configuration;

import java.time.Duration;

/**
 * What a service takes at most of the time that it has to stop, after {@code spring.lifecycle.timeout-per-shutdown-phase}
 * for requests and batches, which end in one phase. A check holds the sum to what the platform waits for.
 *
 * <pre>{@code
 * thread.join(Shutdown.OUTBOX.toMillis());
 * }</pre>
 */
public final class Shutdown {
    /** To publish what is left, and to hand the lease over. */
    public static final Duration OUTBOX = Duration.ofSeconds(6);

    /** To leave the topics that are copied. */
    public static final Duration COPIES = Duration.ofSeconds(5);

    private Shutdown() {}
}
