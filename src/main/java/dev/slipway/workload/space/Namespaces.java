package dev.slipway.workload.space;

import dev.slipway.plan.Place;
import dev.slipway.render.kubernetes.Labels;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.policy.PodPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.plus34.k8s.KubeNamespace;
import org.cdk8s.plus34.k8s.KubeNetworkPolicy;
import org.cdk8s.plus34.k8s.LabelSelector;
import org.cdk8s.plus34.k8s.NetworkPolicySpec;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** The namespace of an environment: no pod in it may do more than the restricted standard, or reach anything undeclared. */
public final class Namespaces {
    /** With a dot, which no name of a service has: two policies of one name would be one. */
    private static final String DEFAULT_DENY = "namespace.default-deny";

    /** Annotation with what somebody else has to provide. */
    private static final String EXPECTS = "slipway.dev/expects";

    private static final List<String> SECURITY_MODES = List.of("enforce", "audit", "warn");

    private Namespaces() {}

    /** Adds the namespace of an environment. */
    public static void add(Manifests manifests) {
        Place place = manifests.place();
        ObjectMeta.Builder metadata =
                ObjectMeta.builder().name(manifests.namespace()).labels(labels(manifests));
        if (!manifests.expected().isEmpty()) {
            metadata.annotations(Map.of(EXPECTS, String.join(",", manifests.expected())));
        }
        KubeNamespace.Builder.create(manifests.platform(), "Namespace")
                .metadata(metadata.build())
                .build();
        PriorityClasses.add(manifests);
        KubeNetworkPolicy.Builder.create(manifests.platform(), "NetworkPolicy " + DEFAULT_DENY)
                .metadata(Metadata.shared(place, DEFAULT_DENY))
                .spec(NetworkPolicySpec.builder()
                        .podSelector(LabelSelector.builder().build())
                        .policyTypes(PodPolicy.BOTH_WAYS)
                        .build())
                .build();
    }

    private static Map<String, String> labels(Manifests manifests) {
        Map<String, String> labels = new LinkedHashMap<>(Labels.of(manifests.place()));
        labels.putAll(manifests.namespaceLabels());
        SECURITY_MODES.forEach(mode -> labels.put("pod-security.kubernetes.io/" + mode, "restricted"));
        return labels;
    }
}
