package com.acme.addons;

import static com.acme.addons.Headlamp.headlamp;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.Test;

// snippet: headlamp-test
class HeadlampTest {
    private static final Platform SHOP = Platform.named("shop")
            .services(Service.java("order"))
            .environments(
                    Environment.named("dev").with(eksAutoMode(), headlamp()),
                    Environment.named("prod").production().with(eksAutoMode(), headlamp()));

    @Test
    void runsTwiceInProduction() {
        Synthesis synthesis = Slipway.render(Slipway.plan(SHOP));

        assertThat(synthesis)
                .environment("prod")
                .chart("headlamp")
                .hasVersion("0.45.0")
                .hasValue("replicaCount", 2);
        assertThat(synthesis).environment("dev").chart("headlamp").hasValue("replicaCount", 1);
    }
}
// end
