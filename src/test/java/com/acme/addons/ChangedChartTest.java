package com.acme.addons;

import static dev.slipway.addon.Keda.keda;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.plan.addon.ChartChange.value;
import static dev.slipway.plan.addon.ChartChange.version;
import static dev.slipway.testing.Assertions.assertThat;

import dev.slipway.Slipway;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import org.junit.jupiter.api.Test;

class ChangedChartTest {
    @Test
    void takesAnotherVersionAndValues() {
        // snippet: changed-chart
        Environment dev = Environment.named("dev")
                .with(eksAutoMode(), keda().with(version("2.21.0"), value("operator.replicaCount", 3)));
        // end
        Platform platform =
                Platform.named("shop").services(Service.java("order")).environments(dev);

        assertThat(Slipway.render(Slipway.plan(platform)))
                .environment("dev")
                .hasCharts("keda")
                .chart("keda")
                .hasVersion("2.21.0")
                .hasValue("operator.replicaCount", 3);
    }
}
