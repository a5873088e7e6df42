package dev.slipway.workload;

import dev.slipway.plan.Place;
import dev.slipway.plan.ServicePlan;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** The service whose objects are made, and where they go. Its name is the name of each kind that it has one of. */
record Subject(Manifests manifests, ServicePlan plan) {
    Service service() {
        return plan.service();
    }

    String name() {
        return plan.name();
    }

    Place place() {
        return manifests.place();
    }

    Chart chart() {
        return manifests.of(plan.service());
    }

    ObjectMeta metadata() {
        return metadata(name());
    }

    ObjectMeta metadata(String name) {
        return Metadata.of(place(), service(), name);
    }

    ObjectMeta metadata(Map<String, String> annotations) {
        return Metadata.of(place(), service(), name(), annotations);
    }

    LabelSelector selector() {
        return selectorOf(name());
    }

    LabelSelector selectorOf(String service) {
        return LabelSelector.builder()
                .matchLabels(Labels.selector(place(), service))
                .build();
    }
}
