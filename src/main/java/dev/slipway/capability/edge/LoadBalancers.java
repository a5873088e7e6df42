package dev.slipway.capability.edge;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.plus34.k8s.IngressClassParametersReference;
import org.cdk8s.plus34.k8s.IngressClassSpec;
import org.cdk8s.plus34.k8s.KubeIngressClass;

/**
 * The one load balancer of an environment. EKS Auto Mode takes its settings from IngressClassParams, the group among
 * them, for which it knows no annotation: https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html.
 */
final class LoadBalancers {
    private static final String API_GROUP = "eks.amazonaws.com";
    private static final String PARAMETERS = "IngressClassParams";

    /** Of a group: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations. */
    private static final int GROUP_LIMIT = 63;

    private LoadBalancers() {}

    /** The name of the class and group to which all Ingresses of an environment belong. */
    static String nameOf(Names names) {
        return names.environmentWide(GROUP_LIMIT);
    }

    static void add(Manifests manifests) {
        Place place = manifests.place();
        String name = nameOf(place.names());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("scheme", "internet-facing");
        spec.put("ipAddressType", "ipv4");
        spec.put("group", Map.of("name", name));
        spec.put("loadBalancerAttributes", List.of(attribute("routing.http.drop_invalid_header_fields.enabled", true)));
        CustomObject.add(manifests.platform(), API_GROUP + "/v1", PARAMETERS, Metadata.clusterWide(place, name), spec);
        KubeIngressClass.Builder.create(manifests.platform(), "IngressClass")
                .metadata(Metadata.clusterWide(place, name))
                .spec(IngressClassSpec.builder()
                        .controller(API_GROUP + "/alb")
                        .parameters(IngressClassParametersReference.builder()
                                .apiGroup(API_GROUP)
                                .kind(PARAMETERS)
                                .name(name)
                                .build())
                        .build())
                .build();
    }

    private static Map<String, String> attribute(String key, boolean value) {
        Map<String, String> attribute = new LinkedHashMap<>();
        attribute.put("key", key);
        attribute.put("value", String.valueOf(value));
        return attribute;
    }
}
