package dev.slipway.docs;

// snippet: shop-test
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.review.Synthesis;
import dev.slipway.testing.SynthesizedBy;
import org.junit.jupiter.api.Test;

@SynthesizedBy(ShopPlatform.class)
class ShopPlatformTest {
    @Test
    void ordersGoToATopicOfTwelvePartitions(Synthesis shop) {
        assertThat(shop)
                .environment("prod")
                .resource("AWS::MSK::Topic", "order.placed")
                .hasProperty("PartitionCount", 12);
    }

    @Test
    void developmentRunsOneReplicaAndProductionLeavesTheNumberToTheAutoscaler(Synthesis shop) {
        assertThat(shop).environment("dev").service("order").hasReplicas(1);
        assertThat(shop).environment("prod").service("order").autoscales(3, 10);
    }
}
// end
