package dev.slipway.ordering.handling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.slipway.ordering.testing.Events;
import dev.slipway.ordering.testing.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is seen of a service from outside: traces, metrics, health. */
@ServiceTest
class OperationsIT {
    private static final Path README = Path.of("../README.md");
    private static final Pattern METRIC = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private final String traceparent = "00-" + trace + "-00f067aa0ba902b7-01";

    @Autowired
    private RestTestClient http;

    @Autowired
    private Behaviour behaviour;

    @Test
    void carriesATraceFromARequestOntoATopic() {
        UUID subject = UUID.randomUUID();
        http.get()
                .uri("/slow/" + subject)
                .header("traceparent", traceparent)
                .exchange()
                .expectStatus()
                .isOk();

        assertThat(behaviour.trace(subject)).hasValue(trace);
        assertPublishedIn(subject);
    }

    @Test
    void carriesATraceFromATopicThroughAHandler() {
        UUID subject = UUID.randomUUID();
        Map<String, Object> data =
                Map.of("orderId", subject, "paymentId", subject, "userId", subject, "amount", 1490, "currency", "EUR");
        Events.publishTraced("payment.requested", subject, data, traceparent);

        Events.await("payment.settled", subject);
        assertThat(behaviour.trace(subject)).hasValue(trace);
        assertPublishedIn(subject);
    }

    @Test
    void hasTheMetricsThatAreDocumented() throws IOException {
        UUID subject = UUID.randomUUID();
        http.get().uri("/slow/" + subject).exchange().expectStatus().isOk();
        UUID event = UUID.randomUUID();
        Map<String, Object> data =
                Map.of("orderId", subject, "paymentId", subject, "userId", subject, "amount", 1490, "currency", "EUR");
        Events.publish("payment.requested", subject, event, data);
        Events.publish("payment.requested", subject, event, data);
        Events.publishText("payment.requested", subject, "no event");
        List<String> documented = METRIC.matcher(Files.readString(README))
                .results()
                .map(metric -> metric.group(1))
                .toList();

        assertThat(documented).hasSizeGreaterThan(8);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            String metrics = get("/actuator/prometheus");
            assertThat(documented)
                    .allSatisfy(metric -> assertThat(metrics).containsPattern("(?m)^" + metric + "[_{ ]"));
        });
    }

    @Test
    void saysWhatProbesAsk() throws IOException {
        JsonNode contract = new JsonMapper().readTree(Files.readString(Path.of("../contract/payment.json")));

        for (String probe : List.of("readiness", "liveness")) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() ->
                            assertThat(get(contract.path(probe).asString())).contains("\"status\":\"UP\""));
        }
    }

    private void assertPublishedIn(UUID subject) {
        Events.await("payment.settled", subject);
        ConsumerRecord<String, String> published = Events.records("payment.settled").stream()
                .filter(record -> subject.toString().equals(record.key()))
                .findFirst()
                .orElseThrow();
        String header = new String(published.headers().lastHeader("traceparent").value(), StandardCharsets.UTF_8);
        assertThat(header).startsWith("00-" + trace + "-").isNotEqualTo(traceparent);
        assertThat(published.value()).contains("\"traceparent\":\"" + header + "\"");
    }

    private String get(String path) {
        String body = http.get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(body);
    }
}
