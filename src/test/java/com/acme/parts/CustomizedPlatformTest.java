package com.acme.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.review.Synthesis;
import org.junit.jupiter.api.Test;

/** A test of Acme's own sees what Acme changed: it renders the platform that is deployed. */
class CustomizedPlatformTest {
    @Test
    void rendersWhatWasChanged() {
        Synthesis synthesis = Slipway.render(Slipway.plan(CustomizedPlatform.platform()));

        assertThat(synthesis
                        .template("dev/streaming")
                        .resources("AWS::MSK::Cluster")
                        .get(0)
                        .property("EnhancedMonitoring")
                        .text())
                .isEqualTo("PER_TOPIC_PER_BROKER");
        assertThat(synthesis.template("dev/streaming").tree().toString()).contains("cost-center");
        assertThat(synthesis
                        .manifest("dev", "ConfigMap", "banner")
                        .at("data.text")
                        .text())
                .isEqualTo("maintenance on Sunday");
        assertThat(synthesis
                        .manifest("dev", "Deployment", "order")
                        .at("spec.minReadySeconds")
                        .number())
                .hasValue(10L);
    }
}
