package dev.slipway.ordering.starter.event;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that somebody published.
 *
 * @param id unique for its source; the inbox knows it
 * @param subject the key: events with the same one come in order
 */
public record Event<T>(String id, String source, String type, String subject, Instant time, T data) {
    /** The envelope as it stands on a topic. */
    record Envelope(
            String specversion,
            String id,
            String source,
            String type,
            String subject,
            Instant time,
            String datacontenttype,
            String dataschema,
            @Nullable String traceparent,
            Object data) {}
}
