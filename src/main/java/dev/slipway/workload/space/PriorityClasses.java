package dev.slipway.workload.space;

import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.Priority;
import org.cdk8s.plus34.k8s.KubePriorityClass;

/** The classes by which pods of an environment are served when the cluster is full. */
final class PriorityClasses {
    private PriorityClasses() {}

    static void add(Manifests manifests) {
        for (Priority priority : Priority.values()) {
            String name = priority.nameIn(manifests.names());
            KubePriorityClass.Builder.create(manifests.platform(), "PriorityClass " + name)
                    .metadata(Metadata.clusterWide(manifests.place(), name))
                    .value(priority.valueIn(manifests.place()))
                    .globalDefault(false)
                    .preemptionPolicy(priority.preempts(manifests.place()) ? "PreemptLowerPriority" : "Never")
                    .description("%s of %s in environment %s"
                            .formatted(
                                    priority,
                                    manifests.names().platform(),
                                    manifests.names().environment()))
                    .build();
        }
    }
}
