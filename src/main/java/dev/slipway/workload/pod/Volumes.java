package dev.slipway.workload.pod;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.VolumeClaim;
import java.util.List;
import java.util.Map;
import org.cdk8s.plus34.k8s.KubePersistentVolumeClaimProps;
import org.cdk8s.plus34.k8s.ObjectMeta;
import org.cdk8s.plus34.k8s.PersistentVolumeClaimSpec;
import org.cdk8s.plus34.k8s.Quantity;
import org.cdk8s.plus34.k8s.VolumeMount;
import org.cdk8s.plus34.k8s.VolumeResourceRequirements;

/** The disks that each replica of a service has for itself. */
public final class Volumes {
    private Volumes() {}

    /** As the claims that a StatefulSet makes for each of its pods. */
    public static List<KubePersistentVolumeClaimProps> templates(ServicePlan plan) {
        return plan.volumes().stream().map(Volumes::template).toList();
    }

    private static KubePersistentVolumeClaimProps template(VolumeClaim claim) {
        PersistentVolumeClaimSpec.Builder spec = PersistentVolumeClaimSpec.builder()
                .accessModes(List.of("ReadWriteOnce"))
                .resources(VolumeResourceRequirements.builder()
                        .requests(Map.of("storage", Quantity.fromString(claim.gibibytes() + "Gi")))
                        .build());
        claim.storageClass().ifPresent(spec::storageClassName);
        return KubePersistentVolumeClaimProps.builder()
                .metadata(ObjectMeta.builder().name(claim.name()).build())
                .spec(spec.build())
                .build();
    }

    static List<VolumeMount> mounts(ServicePlan plan) {
        return plan.volumes().stream()
                .map(claim -> VolumeMount.builder()
                        .name(claim.name())
                        .mountPath(claim.path())
                        .build())
                .toList();
    }
}
