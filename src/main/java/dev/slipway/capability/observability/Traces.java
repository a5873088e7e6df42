package dev.slipway.capability.observability;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.math.BigDecimal;
import java.util.stream.Stream;

/**
 * Sends the traces of every service to a collector of OpenTelemetry, by OTLP over HTTP with protobuf. Without it no service is
 * told of a collector, and none may reach one.
 *
 * <p>Services get {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT} and {@code _PROTOCOL}, {@code OTEL_TRACES_SAMPLER} and
 * {@code _ARG}, as the specification of OpenTelemetry names them, and a way to the collector. Metrics are scraped and logs
 * are read from containers, so that neither goes there.
 *
 * <pre>{@code
 * Environment.named("prod").with(tracesTo("http://opentelemetry-collector.monitoring.svc.cluster.local:4318").sampled(0.05))
 * }</pre>
 *
 * @param endpoint the URL to which {@code /v1/traces} is added; within the cluster the pods have to listen on its port
 * @param share of the traces that begin at a service which are kept, above 0 to 1; a trace that a caller keeps is kept whole
 */
@Declares
public record Traces(String endpoint, double share, Origin origin) implements Planned {
    /** Enough to see how requests run, and a tenth of the cost. */
    private static final double SHARE = 0.1;

    private static final String REASON = "traces";

    /** To the collector at a URL. */
    public static Traces tracesTo(String endpoint) {
        return new Traces(endpoint, SHARE, Origin.here());
    }

    /** The share of traces that is kept: 1 is every one, 0.1 is one of ten. */
    public Traces sampled(double kept) {
        return new Traces(endpoint, kept, origin);
    }

    @Override
    public Binding bindEvery(Service service, Place place) {
        return Collector.at(endpoint).map(this::bind).orElse(Binding.NOTHING);
    }

    private Binding bind(Collector collector) {
        String kept = BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
        return Binding.ofVariables(
                        Variable.plain("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", collector.url() + "/v1/traces", REASON),
                        Variable.plain("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "http/protobuf", REASON),
                        Variable.plain("OTEL_TRACES_SAMPLER", "parentbased_traceidratio", REASON),
                        Variable.plain("OTEL_TRACES_SAMPLER_ARG", kept, REASON))
                .and(Binding.ofEdges(NetworkEdge.out(collector.peer(), collector.port(), REASON, origin)));
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (Collector.at(endpoint).isEmpty()) {
            problems.add(error(
                    "observability/collector",
                    origin,
                    "The collector (%s) of environment %s must be at an http URL of a Kubernetes Service, or at an https URL, without user and query."
                            .formatted(endpoint, place.environment().name()),
                    "write it as tracesTo(\"http://opentelemetry-collector.monitoring.svc.cluster.local:4318\")."));
        }
        if (!(share > 0 && share <= 1)) {
            problems.add(error(
                    "observability/share",
                    origin,
                    "The share (%s) of traces that environment %s keeps must be above 0, and 1 at most."
                            .formatted(share, place.environment().name()),
                    "write sampled(0.1) for one of ten, or leave tracesTo(..) out for none."));
        }
        return problems.build();
    }
}
