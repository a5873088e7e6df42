package com.acme.addons;

import dev.slipway.plan.Place;
import dev.slipway.plan.addon.Addon;
import dev.slipway.plan.addon.HelmChart;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;

// snippet: headlamp
/** A web page that shows what is in the cluster: an add-on of Acme's own. */
@Declares
public record Headlamp(Origin origin) implements Addon {
    public static Headlamp headlamp() {
        return new Headlamp(Origin.here());
    }

    @Override
    public String name() {
        return "headlamp";
    }

    @Override
    public HelmChart chart(Place place) {
        return HelmChart.of("https://kubernetes-sigs.github.io/headlamp", "headlamp", "0.45.0")
                .value("replicaCount", place.environment().isProduction() ? 2 : 1)
                .value("config.sessionTTL", 3600);
    }
}
// end
