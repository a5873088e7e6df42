package com.acme.parts;

import dev.slipway.Slipway;
import dev.slipway.part.Parts;
import java.util.List;
import java.util.Map;
import org.cdk8s.App;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.KubeLimitRange;
import org.cdk8s.plus34.k8s.LimitRangeItem;
import org.cdk8s.plus34.k8s.LimitRangeSpec;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.Quantity;

/** Charts of Acme's own, with parts of a platform among their objects. */
final class CompanyCharts {
    private CompanyCharts() {}

    // snippet: parts-of-kubernetes
    /** Acme's own limits, and the whole of a service beside them. */
    static Chart orders(App app) {
        Chart chart = new Chart(app, "orders");
        KubeLimitRange.Builder.create(chart, "Limits")
                .metadata(ObjectMeta.builder().name("limits").build())
                .spec(LimitRangeSpec.builder()
                        .limits(List.of(LimitRangeItem.builder()
                                .type("Container")
                                .defaultValue(Map.of("memory", Quantity.fromString("256Mi")))
                                .build()))
                        .build())
                .build();

        Parts dev = Parts.of(Slipway.plan(CompanyPlatform.platform()), "dev");
        dev.workload(chart, "order");
        return chart;
    }

    /** For a Deployment that Acme writes itself: what its pods may reach, and what they are told. */
    static Chart surroundings(App app) {
        Chart chart = new Chart(app, "surroundings");
        Parts dev = Parts.of(Slipway.plan(CompanyPlatform.platform()), "dev");
        dev.networkPolicies(chart, "order");
        dev.configuration(chart, "order");
        return chart;
    }
    // end
}
