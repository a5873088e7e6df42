package dev.slipway.ordering.starter.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Carries a trace over a topic by the header traceparent of W3C. Metrics: events.publish, events.handle. */
public final class Traces {
    public static final String TRACEPARENT = "traceparent";

    private final ObservationRegistry registry;

    Traces(ObservationRegistry registry) {
        this.registry = registry;
    }

    /** Runs what publishes, told the traceparent to send along if there is a trace. */
    public void publish(String topic, Consumer<Optional<String>> publish) {
        Map<String, String> carrier = new HashMap<>();
        SenderContext<Map<String, String>> context = new SenderContext<>(
                (headers, name, value) ->
                        Optional.ofNullable(headers).orElseThrow().put(name, value),
                Kind.PRODUCER);
        context.setCarrier(carrier);
        Observation.createNotStarted("events.publish", () -> context, registry)
                .contextualName("publish " + topic)
                .lowCardinalityKeyValue("topic", topic)
                .observe(() -> publish.accept(Optional.ofNullable(carrier.get(TRACEPARENT))));
    }

    /** Runs what handles, in the trace of whoever published. */
    public void handle(String topic, Optional<String> traceparent, Runnable handle) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(
                (headers, name) -> Optional.ofNullable(headers).orElseThrow().get(name), Kind.CONSUMER);
        context.setCarrier(traceparent.map(value -> Map.of(TRACEPARENT, value)).orElse(Map.of()));
        Observation.createNotStarted("events.handle", () -> context, registry)
                .contextualName("handle " + topic)
                .lowCardinalityKeyValue("topic", topic)
                .observe(handle);
    }
}
