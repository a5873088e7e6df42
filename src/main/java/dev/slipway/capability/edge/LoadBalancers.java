package dev.slipway.capability.edge;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.plan.problem.Problem;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cdk8s.plus34.k8s.IngressClassParametersReference;
import org.cdk8s.plus34.k8s.IngressClassSpec;
import org.cdk8s.plus34.k8s.KubeIngressClass;

/**
 * The one load balancer of an environment. Its settings are in IngressClassParams, the group among them, for which EKS Auto
 * Mode knows no annotation: https://docs.aws.amazon.com/eks/latest/userguide/auto-configure-alb.html.
 */
final class LoadBalancers {
    private static final String PARAMETERS = "IngressClassParams";

    /** Of a group: https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations. */
    private static final int GROUP_LIMIT = 63;

    /** Seconds: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html. */
    private static final int LONGEST_TIMEOUT = 4000;

    private LoadBalancers() {}

    /** The name of the class and group to which all Ingresses of an environment belong. */
    static String nameOf(Names names) {
        return names.environmentWide(GROUP_LIMIT);
    }

    static void add(Manifests manifests, AlbRoutes routes) {
        Place place = manifests.place();
        String name = nameOf(place.names());
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("scheme", "internet-facing");
        spec.put("ipAddressType", "ipv4");
        spec.put("group", Map.of("name", name));
        spec.put("loadBalancerAttributes", attributes(routes, place));
        BalancerMaker maker = BalancerMaker.of(place);
        CustomObject.add(manifests.platform(), maker.api(), PARAMETERS, Metadata.clusterWide(place, name), spec);
        KubeIngressClass.Builder.create(manifests.platform(), "IngressClass")
                .metadata(Metadata.clusterWide(place, name))
                .spec(IngressClassSpec.builder()
                        .controller(maker.controller())
                        .parameters(IngressClassParametersReference.builder()
                                .apiGroup(maker.apiGroup())
                                .kind(PARAMETERS)
                                .name(name)
                                .build())
                        .build())
                .build();
    }

    /** What is wrong with the settings of the load balancer. */
    static Stream<Problem> check(AlbRoutes routes) {
        Stream<Problem> timeouts = routes.idleTimeout().stream()
                .filter(seconds -> seconds < 1 || seconds > LONGEST_TIMEOUT)
                .mapToObj(seconds -> error(
                        "edge/idle-timeout",
                        routes.origin(),
                        "The idle timeout (%s seconds) of the load balancer must be 1 to %s seconds."
                                .formatted(seconds, LONGEST_TIMEOUT),
                        "write it as albRoutes().idleTimeout(120)."));
        Stream<Problem> logs = routes.accessLogDays().stream()
                .filter(days -> days < 1)
                .mapToObj(days -> error(
                        "edge/access-logs",
                        routes.origin(),
                        "The days (%s) for which access logs are kept must be 1 or more.".formatted(days),
                        "write it as albRoutes().accessLogs(90), or leave it out to keep none."));
        return Stream.concat(timeouts, logs);
    }

    /** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html. */
    private static List<Map<String, String>> attributes(AlbRoutes routes, Place place) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("routing.http.drop_invalid_header_fields.enabled", "true");
        if (place.environment().isProduction()) {
            attributes.put("deletion_protection.enabled", "true");
        }
        routes.idleTimeout()
                .ifPresent(seconds -> attributes.put("idle_timeout.timeout_seconds", String.valueOf(seconds)));
        if (routes.accessLogDays().isPresent()) {
            attributes.put("access_logs.s3.enabled", "true");
            attributes.put("access_logs.s3.bucket", AccessLogs.bucketOf(place));
        }
        return attributes.entrySet().stream()
                .map(entry -> attribute(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Map<String, String> attribute(String key, String value) {
        Map<String, String> attribute = new LinkedHashMap<>();
        attribute.put("key", key);
        attribute.put("value", value);
        return attribute;
    }
}
