package dev.slipway.capability.observability;

import static dev.slipway.capability.observability.Traces.tracesTo;
import static dev.slipway.testing.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {
    private static final String COLLECTOR = "http://otel.monitoring.svc.cluster.local:4318";

    private static List<String> variables(ServicePlan plan) {
        return plan.variables().stream()
                .filter(variable -> variable.reason().equals("traces"))
                .map(variable -> variable.name() + "=" + ((Variable.Source.Plain) variable.source()).value())
                .toList();
    }

    private static List<NetworkEdge> edges(ServicePlan plan) {
        return plan.edges().stream()
                .filter(edge -> edge.reason().equals("traces"))
                .toList();
    }

    @Test
    void tellEveryServiceWhereTheCollectorIsAndWhatToKeep() {
        Sample sample = Sample.with(tracesTo(COLLECTOR))
                .services(Service.java("order"), Service.python("count").once());

        assertThat(List.of("order", "count")).allSatisfy(service -> assertThat(variables(sample.planned(service)))
                .containsExactly(
                        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://otel.monitoring.svc.cluster.local:4318/v1/traces",
                        "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf",
                        "OTEL_TRACES_SAMPLER=parentbased_traceidratio",
                        "OTEL_TRACES_SAMPLER_ARG=0.1"));
    }

    @Test
    void areSentNowhereUnlessChosen() {
        ServicePlan plan = Sample.with().planned("order");

        assertThat(variables(plan)).isEmpty();
        assertThat(edges(plan)).isEmpty();
    }

    @Test
    void areSampledAsTheServiceSaysWhereItDoes() {
        ServicePlan plan = Sample.with(tracesTo(COLLECTOR))
                .services(Service.java("order").variable("OTEL_TRACES_SAMPLER", "always_on"))
                .planned("order");

        assertThat(plan.variables())
                .contains(Variable.plain("OTEL_TRACES_SAMPLER", "always_on", "declared by the service"))
                .contains(Variable.plain("OTEL_TRACES_SAMPLER_ARG", "0.1", "traces"));
    }

    @Test
    void mayLeaveThePodInItsNetworkPolicy() {
        assertThat(Sample.with(tracesTo(COLLECTOR)).renderDev())
                .environment("dev")
                .manifest("NetworkPolicy", "order")
                .hasField("spec.egress.1", Tree.ofYaml("""
                        to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: monitoring } } }]
                        ports: [{ port: 4318, protocol: TCP }]
                        """))
                .field("spec.egress")
                .extracting("ports.0.port")
                .hasItems(53, 4318, 80, 53);
    }

    @ParameterizedTest
    @CsvSource({
        "http://otel.monitoring.svc:4318/, http://otel.monitoring.svc:4318/v1/traces, 4318",
        "http://otel.monitoring.svc, http://otel.monitoring.svc/v1/traces, 80",
        "https://otel.monitoring.svc.cluster.local, https://otel.monitoring.svc.cluster.local/v1/traces, 443"
    })
    void areSentToAServiceOfTheCluster(String endpoint, String url, int port) {
        ServicePlan plan = Sample.with(tracesTo(endpoint)).planned("order");

        assertThat(variables(plan)).contains("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=" + url);
        assertThat(edges(plan))
                .containsExactly(
                        NetworkEdge.out(new Peer.OfPods("monitoring", Map.of()), port, "traces", Origin.unknown()));
    }

    @Test
    void areSentToAHostOutside() {
        ServicePlan plan =
                Sample.with(tracesTo("https://otlp.example.com/otlp")).planned("order");

        assertThat(variables(plan))
                .contains("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=https://otlp.example.com/otlp/v1/traces");
        assertThat(edges(plan))
                .containsExactly(NetworkEdge.out(new Peer.OfHost("otlp.example.com"), 443, "traces", Origin.unknown()));
    }

    @Nested
    class Refused {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "otel:4318",
                    "grpc://otel.monitoring.svc:4317",
                    "http://otel:4318",
                    "http://otel.monitoring:4318",
                    "http://otlp.example.com",
                    "http://otel.Monitoring.svc:4318",
                    "http://otel.monitoring.svc:70000",
                    "https://user:word@otlp.example.com",
                    "https://otlp.example.com?key=1",
                    "https://localhost",
                    "not a url"
                })
        void whenTheCollectorIsAtNoUsableUrl(String endpoint) {
            assertThat(Sample.with(tracesTo(endpoint)).problems())
                    .contains(
                            "observability/collector: The collector (%s) of environment dev must be at an http URL of a Kubernetes Service, or at an https URL, without user and query. Fix: write it as tracesTo(\"http://opentelemetry-collector.monitoring.svc.cluster.local:4318\")."
                                    .formatted(endpoint))
                    .hasSize(2);
        }

        @ParameterizedTest
        @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
        void whenTheShareIsNone(double share) {
            assertThat(Sample.with(tracesTo(COLLECTOR).sampled(share)).problems())
                    .contains(
                            "observability/share: The share (%s) of traces that environment dev keeps must be above 0, and 1 at most. Fix: write sampled(0.1) for one of ten, or leave tracesTo(..) out for none."
                                    .formatted(share))
                    .hasSize(2);
        }

        @ParameterizedTest
        @CsvSource({"1, 1", "0.00001, 0.00001", "0.25, 0.25"})
        void notWhenItIsOne(double share, String argument) {
            assertThat(variables(Sample.with(tracesTo(COLLECTOR).sampled(share)).planned("order")))
                    .contains("OTEL_TRACES_SAMPLER_ARG=" + argument);
        }
    }
}
