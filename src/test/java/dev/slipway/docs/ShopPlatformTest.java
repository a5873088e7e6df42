package dev.slipway.docs;

// snippet: shop-test
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ShopPlatformTest {
    private static Synthesis shop;

    @BeforeAll
    static void render() {
        shop = Slipway.render(Slipway.plan(ShopPlatform.platform()));
    }

    @Test
    void ordersGoToATopicOfTwelvePartitions() {
        assertThat(shop.resources("prod", "AWS::MSK::Topic"))
                .filteredOn(topic -> topic.property("TopicName").text().equals("order.placed"))
                .singleElement()
                .satisfies(topic ->
                        assertThat(topic.property("PartitionCount").text()).isEqualTo("12"));
    }

    @Test
    void developmentRunsOneReplicaAndProductionLeavesTheNumberToTheAutoscaler() {
        assertThat(shop.manifest("dev", "Deployment", "order")
                        .at("spec.replicas")
                        .number())
                .hasValue(1L);
        assertThat(shop.manifest("prod", "Deployment", "order")
                        .at("spec.replicas")
                        .exists())
                .isFalse();
    }
}
// end
