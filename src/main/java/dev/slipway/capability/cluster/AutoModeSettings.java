package dev.slipway.capability.cluster;

import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.KubeStorageClass;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** What Auto Mode leaves to its users to set inside the cluster. */
final class AutoModeSettings {
    private AutoModeSettings() {}

    static void deploy(Manifests manifests) {
        Chart chart = manifests.platform();
        Map<String, String> labels = Labels.of(manifests.place());
        enforceNetworkPolicies(chart, labels);
        addStorageClass(chart, labels);
    }

    /**
     * Without it policies are accepted and not enforced; the built-in node class needs no change:
     * https://docs.aws.amazon.com/eks/latest/userguide/auto-net-pol.html.
     */
    private static void enforceNetworkPolicies(Chart chart, Map<String, String> labels) {
        KubeConfigMap.Builder.create(chart, "NetworkPolicyController")
                .metadata(ObjectMeta.builder()
                        .name("amazon-vpc-cni")
                        .namespace("kube-system")
                        .labels(labels)
                        .build())
                .data(Map.of("enable-network-policy-controller", "true"))
                .build();
    }

    /** Auto Mode brings none: https://docs.aws.amazon.com/eks/latest/userguide/create-storage-class.html. */
    private static void addStorageClass(Chart chart, Map<String, String> labels) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("type", "gp3");
        parameters.put("encrypted", "true");
        KubeStorageClass.Builder.create(chart, "StorageClass")
                .metadata(ObjectMeta.builder()
                        .name("gp3")
                        .labels(labels)
                        .annotations(Map.of("storageclass.kubernetes.io/is-default-class", "true"))
                        .build())
                .provisioner("ebs.csi.eks.amazonaws.com")
                .volumeBindingMode("WaitForFirstConsumer")
                .allowVolumeExpansion(true)
                .parameters(parameters)
                .build();
    }
}
