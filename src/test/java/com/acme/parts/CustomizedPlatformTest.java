package com.acme.parts;

import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.review.Synthesis;
import dev.slipway.testing.assertion.EnvironmentAssert;
import org.junit.jupiter.api.Test;

/** A test of Acme's own sees what Acme changed: it renders the platform that is deployed. */
class CustomizedPlatformTest {
    @Test
    void rendersWhatWasChanged() {
        Synthesis synthesis = Slipway.render(Slipway.plan(CustomizedPlatform.platform()));

        EnvironmentAssert dev = assertThat(synthesis).environment("dev");
        dev.resource("AWS::MSK::Cluster")
                .hasProperty("EnhancedMonitoring", "PER_TOPIC_PER_BROKER")
                .hasTag("cost-center", "42");
        dev.manifest("ConfigMap", "banner").hasField("data.text", "maintenance on Sunday");
        dev.manifest("Deployment", "order").hasField("spec.minReadySeconds", 10);
    }
}
