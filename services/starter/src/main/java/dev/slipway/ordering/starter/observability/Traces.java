package dev.slipway.ordering.starter.observability;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Carries a trace over a topic by the header traceparent of W3C, and over a row of the database where work is put off.
 * Metrics: events.publish, events.handle, work.resume.
 */
public final class Traces {
    public static final String TRACEPARENT = "traceparent";

    private final ObservationRegistry registry;
    private final Supplier<Optional<Tracer>> tracer;

    /** The tracer is asked for late, and may be missing. */
    public Traces(ObservationRegistry registry, Supplier<Optional<Tracer>> tracer) {
        this.registry = registry;
        this.tracer = tracer;
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
        received("events.handle", "handle " + topic, traceparent)
                .lowCardinalityKeyValue("topic", topic)
                .observe(handle);
    }

    /** The traceparent of what runs now, to be kept with what it puts off. */
    public Optional<String> current() {
        return tracer.get()
                .flatMap(known -> Optional.ofNullable(known.currentSpan()))
                .map(Span::context)
                .map(span -> "00-%s-%s-%s"
                        .formatted(span.traceId(), span.spanId(), Boolean.TRUE.equals(span.sampled()) ? "01" : "00"));
    }

    /** Runs what was put off, in the trace of whoever put it off; the work has few names. */
    public void resume(String work, Optional<String> traceparent, Runnable run) {
        received("work.resume", work, traceparent)
                .lowCardinalityKeyValue("work", work)
                .observe(run);
    }

    private Observation received(String metric, String span, Optional<String> traceparent) {
        ReceiverContext<Map<String, String>> context = new ReceiverContext<>(
                (headers, name) -> Optional.ofNullable(headers).orElseThrow().get(name), Kind.CONSUMER);
        context.setCarrier(traceparent.map(value -> Map.of(TRACEPARENT, value)).orElse(Map.of()));
        return Observation.createNotStarted(metric, () -> context, registry).contextualName(span);
    }
}
