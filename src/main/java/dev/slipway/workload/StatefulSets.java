package dev.slipway.workload;

import dev.slipway.plan.binding.VolumeClaim;
import dev.slipway.workload.pod.Volumes;
import dev.slipway.workload.subject.Subject;
import org.cdk8s.plus34.k8s.KubeStatefulSet;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PodTemplateSpec;
import org.cdk8s.plus34.k8s.StatefulSetPersistentVolumeClaimRetentionPolicy;
import org.cdk8s.plus34.k8s.StatefulSetSpec;
import org.cdk8s.plus34.k8s.StatefulSetUpdateStrategy;

/** Keeps the pods of a service whose replicas have disks of their own: each comes back to its own. */
final class StatefulSets {
    private StatefulSets() {}

    static void add(Subject subject, PodTemplateSpec pods, ObjectMeta metadata) {
        KubeStatefulSet.Builder.create(subject.chart(), "StatefulSet")
                .metadata(metadata)
                .spec(StatefulSetSpec.builder()
                        .serviceName(subject.name())
                        .replicas(subject.plan().sizing().replicas())
                        .selector(subject.selector())
                        .revisionHistoryLimit(Controllers.REVISIONS)
                        // none waits for another to start: they are told apart by their disks alone
                        .podManagementPolicy("Parallel")
                        .updateStrategy(StatefulSetUpdateStrategy.builder()
                                .type("RollingUpdate")
                                .build())
                        .persistentVolumeClaimRetentionPolicy(retention(subject))
                        .volumeClaimTemplates(Volumes.templates(subject.plan()))
                        .template(pods)
                        .build())
                .build();
    }

    /** The disk of a replica that is one too many today may be wanted tomorrow. */
    private static StatefulSetPersistentVolumeClaimRetentionPolicy retention(Subject subject) {
        boolean isKept = subject.plan().volumes().stream().anyMatch(VolumeClaim::isKept);
        return StatefulSetPersistentVolumeClaimRetentionPolicy.builder()
                .whenDeleted(isKept ? "Retain" : "Delete")
                .whenScaled("Retain")
                .build();
    }
}
