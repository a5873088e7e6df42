package dev.slipway.ordering.starter.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events to JSON and back, by CloudEvents 1.0. A consumer skips fields that it does not know. */
public final class EventCodec {
    private static final String TYPE = "dev.slipway.ordering.";
    private static final String VERSION = ".v1";

    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final String service;
    private final String schemas;
    private final Clock clock;

    /** @param schemas where schemas are said to be, as {@code https://shop.example.com/schemas/} */
    public EventCodec(String service, String schemas, Clock clock) {
        this.service = service;
        this.schemas = schemas;
        this.clock = clock;
    }

    /** A new event of this service, as text. */
    public String write(UUID id, String topic, String key, Object data, @Nullable String traceparent) {
        return json.writeValueAsString(new Event.Envelope(
                "1.0",
                id.toString(),
                "/" + service,
                TYPE + topic + VERSION,
                key,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                "application/json",
                schemas + topic + VERSION + ".json",
                traceparent,
                data));
    }

    /** The event of a topic; a record that is none is refused. */
    public <T> Event<T> read(String topic, @Nullable String text, Class<T> data) {
        if (text == null) {
            throw new UnreadableEventException("A record of " + topic + " has no value");
        }
        try {
            JsonNode envelope = json.readTree(text);
            String type = required(envelope, "type", topic);
            if (!type.equals(TYPE + topic + VERSION)) {
                throw new UnreadableEventException("An event of " + topic + " has another type");
            }
            T read = json.treeToValue(envelope.required("data"), data);
            return new Event<>(
                    required(envelope, "id", topic),
                    required(envelope, "source", topic),
                    type,
                    required(envelope, "subject", topic),
                    Instant.parse(required(envelope, "time", topic)),
                    read);
        } catch (JacksonException | DateTimeParseException e) {
            // without the cause: the text of a parser quotes what it read
            throw new UnreadableEventException(
                    "An event of " + topic + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private static String required(JsonNode envelope, String field, String topic) {
        JsonNode value = envelope.path(field);
        if (!value.isString() || value.asString().isEmpty()) {
            throw new UnreadableEventException("An event of " + topic + " has no " + field);
        }
        return value.asString();
    }
}
