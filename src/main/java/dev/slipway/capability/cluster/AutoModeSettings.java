package dev.slipway.capability.cluster;

import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import java.util.Map;
import org.cdk8s.Chart;
import org.cdk8s.plus34.k8s.KubeConfigMap;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** What Auto Mode leaves to its users to set inside the cluster. */
final class AutoModeSettings {
    private AutoModeSettings() {}

    static void deploy(Manifests manifests) {
        Chart chart = manifests.platform();
        Map<String, String> labels = Labels.of(manifests.place());
        enforceNetworkPolicies(chart, labels);
        StorageClasses.add(manifests, "ebs.csi.eks.amazonaws.com");
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
}
