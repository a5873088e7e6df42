package dev.slipway.capability.streaming;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.materializes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TopicChecksTest {
    private static final Topic PLACED = Topic.named("order.placed");

    @Nested
    class OfOneTopic {
        @Test
        void refusesANameThatKafkaRefuses() {
            assertThat(used(Topic.named("order placed")))
                    .containsExactly(
                            "streaming/topic-name",
                            "The name (order placed) of a topic must be 1 to 249 letters, digits, dots, underscores or hyphens.",
                            "name it as order.placed.");
            assertThat(used(Topic.named(".."))).startsWith("streaming/topic-name");
            assertThat(used(Topic.named("x".repeat(250)))).contains("streaming/topic-name");
            assertThat(used(Topic.named("Order_placed-1.v2"))).isEmpty();
        }

        @Test
        void refusesANumberOfPartitionsThatNoClusterHolds() {
            assertThat(used(PLACED.partitions(0)))
                    .containsExactly(
                            "streaming/partitions",
                            "The partitions (0) of topic order.placed must be 1 to 1000.",
                            "declare it with partitions(12).");
            assertThat(used(PLACED.partitions(1001))).startsWith("streaming/partitions");
            assertThat(used(PLACED.partitions(1))).isEmpty();
            assertThat(used(PLACED.partitions(1000))).isEmpty();
        }

        @Test
        void refusesARetentionUnderAMinute() {
            assertThat(used(PLACED.retainedFor(Duration.ofSeconds(59))))
                    .containsExactly(
                            "streaming/retention",
                            "The retention (PT59S) of topic order.placed must be a minute or more.",
                            "declare it with retainedFor(Duration.ofDays(7)).");
            assertThat(used(PLACED.retainedFor(Duration.ofMinutes(1)))).isEmpty();
        }

        private List<String> used(Topic topic) {
            return problems(platform(service("a", publishes(topic)), service("b", consumes(topic))));
        }
    }

    @Nested
    class OfHowTopicsAreUsed {
        @Test
        void refusesOneTopicDeclaredInTwoWays() {
            assertThat(problems(
                            platform(service("a", publishes(PLACED)), service("b", consumes(PLACED.partitions(3))))))
                    .containsExactly(
                            "streaming/topic-conflict",
                            "Topic order.placed is declared in two ways (here and at %s); it must be declared once."
                                    .formatted(PLACED.origin()),
                            "keep one constant for the topic and use it everywhere.");
            assertThat(problems(platform(
                            service("a", publishes(PLACED)), service("b", consumes(Topic.named("order.placed"))))))
                    .isEmpty();
        }

        @Test
        void refusesNamesThatKafkasMetricsCannotTellApart() {
            Topic underscored = Topic.named("order_placed");
            assertThat(problems(platform(
                            service("a", publishes(PLACED), publishes(underscored)),
                            service("b", consumes(PLACED), consumes(underscored)))))
                    .contains(
                            "streaming/topic-collision",
                            "The name (order_placed) of a topic differs from order.placed by dots and underscores alone, which Kafka refuses.");
        }

        @Test
        void refusesAConsumerWithoutAProducer() {
            assertThat(problems(platform(service("payment", consumes(PLACED)))))
                    .containsExactly(
                            "streaming/consumer-without-producer",
                            "Service payment reads topic (order.placed), which no service publishes; each topic must have a publisher.",
                            "let a service publish it, or remove the need.");
        }

        @Test
        void asksWhetherAMistypedTopicWasMeant() {
            assertThat(problems(platform(
                            service("order", publishes(PLACED)),
                            service("audit", consumes(PLACED)),
                            service("payment", consumes(Topic.named("order.plced"))))))
                    .containsExactly(
                            "streaming/unknown-topic",
                            "Service payment reads an unknown topic (order.plced); did you mean order.placed?",
                            "use the constant of the topic that is published.");
        }

        @Test
        void warnsOfATopicThatNobodyReads() {
            assertThat(Slipway.plan(platform(service("order", publishes(PLACED))))
                            .problems())
                    .filteredOn(problem -> problem.rule().startsWith("streaming/"))
                    .singleElement()
                    .satisfies(problem -> {
                        assertThat(problem.isError()).isFalse();
                        assertThat(problem.rule()).isEqualTo("streaming/producer-without-consumer");
                        assertThat(problem.what())
                                .isEqualTo("Service order publishes topic (order.placed), which no service reads.");
                    });
        }

        @Test
        void refusesToMaterializeATopicThatForgets() {
            assertThat(problems(platform(service("a", publishes(PLACED)), service("b", materializes(PLACED)))))
                    .containsExactly(
                            "streaming/not-compacted",
                            "Service b materializes topic (order.placed), which must be compacted to hold a whole state.",
                            "declare the topic with compact(), or consume it.");
            Topic compacted = PLACED.compact();
            assertThat(problems(platform(service("a", publishes(compacted)), service("b", materializes(compacted)))))
                    .isEmpty();
        }
    }

    private static Service service(String name, Need... needs) {
        return Service.java(name).needs(needs);
    }

    private static Platform platform(Service... services) {
        return Platform.named("shop")
                .services(services)
                .environments(Environment.named("dev").with(provisionedMsk()));
    }

    /** Rule, text and fix of each error of the capability, one after the other. */
    private static List<String> problems(Platform platform) {
        return Slipway.plan(platform).problems().stream()
                .filter(Problem::isError)
                .filter(problem -> problem.rule().startsWith("streaming/"))
                .flatMap(problem -> Stream.of(problem.rule(), problem.what(), problem.fix()))
                .toList();
    }
}
