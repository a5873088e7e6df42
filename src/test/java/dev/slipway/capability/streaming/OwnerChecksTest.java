package dev.slipway.capability.streaming;

import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ServerlessMsk.serverlessMsk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.capability.Sample;
import dev.slipway.platform.Service;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerChecksTest {
    private static final Topic PLACED = Topic.named("order.placed");

    @Test
    void warnsOfATopicWithTwoPublishers() {
        assertThat(problems(PLACED, "order", "checkout"))
                .containsExactly(
                        "streaming/shared-topic: Topic order.placed is published by 2 services (order, checkout), of which none owns it. Fix: name one with ownedBy(\"order\"), or give each a topic of its own.");
        assertThat(published(PLACED, "order", "checkout").plan().hasErrors()).isFalse();
    }

    @Test
    void acceptsTwoPublishersOfWhichOneOwnsTheTopic() {
        assertThat(problems(PLACED.ownedBy("checkout"), "order", "checkout")).isEmpty();
    }

    @Test
    void asksForNoOwnerOfATopicWithOnePublisher() {
        assertThat(problems(PLACED, "order")).isEmpty();
    }

    @Test
    void refusesAnOwnerThatDoesNotPublish() {
        assertThat(problems(PLACED.ownedBy("audit"), "order", "checkout"))
                .containsExactly(
                        "streaming/owner: The owner (audit) of topic order.placed must be a service that publishes it (order, checkout). Fix: write it as ownedBy(\"order\").");
    }

    @Test
    void hasATopicMadeForItsOwnerAndForNobodyElse() {
        Sample sample = published(PLACED.ownedBy("checkout"), "order", "checkout");

        assertThat(sample.planned("order").tasks()).isEmpty();
        assertThat(sample.planned("checkout").tasks()).hasSize(1);
    }

    private static List<String> problems(Topic topic, String... publishers) {
        return published(topic, publishers).problems();
    }

    private static Sample published(Topic topic, String... publishers) {
        Service[] services = new Service[publishers.length + 1];
        for (int i = 0; i < publishers.length; i++) {
            services[i] = Service.java(publishers[i]).needs(publishes(topic));
        }
        services[publishers.length] = Service.java("audit").needs(consumes(topic));
        return Sample.with(serverlessMsk()).services(services);
    }
}
