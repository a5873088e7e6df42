package dev.slipway.capability.streaming.msk;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ExistingMsk.existingMsk;
import static dev.slipway.capability.streaming.msk.ExpressMsk.expressMsk;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.capability.streaming.StreamingNeed;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Provider;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever cluster is chosen, each declared topic is made by something in the output, once. */
class EveryTopicIsMadeTest {
    static final String ARN =
            "arn:aws:kafka:eu-central-1:111122223333:cluster/shared/4a2b6f1e-0c1d-4c55-9a3a-7d1f0e2b3c4d-5";
    static final String BROKERS = "b-1.shared.x1y2z3.c5.kafka.eu-central-1.amazonaws.com:9098";
    static final String SERVERLESS_BROKERS = "boot-x1y2z3.c2.kafka-serverless.eu-central-1.amazonaws.com:9098";

    private static final Pattern NAME = Pattern.compile("\"name\": \"([^\"]+)\"");
    private static final Topic PLACED = Topic.named("order.placed");
    private static final Topic SETTLED = Topic.named("payment.settled").partitions(6);
    private static final Topic PRICES = Topic.named("prices").partitions(1).compact();

    static final Service[] SERVICES = {
        Service.java("order").needs(publishes(PLACED), consumes(SETTLED), materializes(PRICES)),
        Service.java("payment").needs(consumes(PLACED), publishes(SETTLED)),
        Service.java("store").needs(publishes(PRICES))
    };

    static Stream<Provider<StreamingNeed>> clusters() {
        return Stream.of(
                provisionedMsk(),
                expressMsk(),
                serverlessMsk(),
                existingMsk(ARN, BROKERS),
                existingMsk(ARN, SERVERLESS_BROKERS));
    }

    @ParameterizedTest
    @MethodSource("clusters")
    void bySomethingInTheOutput(Provider<StreamingNeed> cluster) {
        Synthesis synthesis = Sample.with(cluster).services(SERVICES).render();

        for (String environment : List.of("dev", "prod")) {
            assertThat(made(synthesis, environment))
                    .containsExactlyInAnyOrder(
                            "order.placed",
                            "order.placed.payment.dlt",
                            "payment.settled",
                            "payment.settled.order.dlt",
                            "prices");
        }
        assertThat(synthesis.files().get("cdk.out/validation-report.json")).contains("\"pluginReports\": []");
    }

    @Test
    void butWhereSomebodyElseMakesThem() {
        Synthesis synthesis = Sample.with(existingMsk(ARN, BROKERS).topicsManagedElsewhere())
                .services(SERVICES)
                .render();

        assertThat(made(synthesis, "dev")).isEmpty();
    }

    private static List<String> made(Synthesis synthesis, String environment) {
        Stream<String> byCloudFormation = synthesis.resources(environment, "AWS::MSK::Topic").stream()
                .map(topic -> topic.property("TopicName").text());
        Stream<String> byTasks = synthesis.manifests(environment, "ConfigMap").stream()
                .map(map -> map.at("data").get(TopicTask.TOPICS).text())
                .flatMap(topics -> NAME.matcher(topics).results().map(result -> result.group(1)));
        return Stream.concat(byCloudFormation, byTasks).toList();
    }
}
