package dev.slipway.capability.cluster;

import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdk8s.plus34.k8s.KubeStorageClass;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** How volumes are made that do not say how: EKS brings no class that encrypts. */
final class StorageClasses {
    private StorageClasses() {}

    /** @param provisioner the driver: that of Auto Mode knows no volumes of the one that is installed, nor this those */
    static void add(Manifests manifests, String provisioner) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", "gp3");
        parameters.put("encrypted", "true");
        KubeStorageClass.Builder.create(manifests.platform(), "StorageClass")
                .metadata(ObjectMeta.builder()
                        .name("gp3")
                        .labels(Labels.of(manifests.place()))
                        .annotations(Map.of("storageclass.kubernetes.io/is-default-class", "true"))
                        .build())
                .provisioner(provisioner)
                .volumeBindingMode("WaitForFirstConsumer")
                .allowVolumeExpansion(true)
                .parameters(parameters)
                .build();
    }
}
