package dev.slipway.capability.edge;

import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.Termination;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cdk8s.plus34.k8s.IngressRule;
import org.cdk8s.plus34.k8s.IngressSpec;
import org.cdk8s.plus34.k8s.KubeIngress;

/**
 * The Ingresses of a service: one, unless its routes differ in depth.
 *
 * <p>A load balancer takes the first rule that matches, and orders rules of its group by Ingress. Only a path of fewer
 * segments can match what belongs to another, so the order of an Ingress is its depth, deepest first: it depends on no
 * other service, and {@code /api/orders} of one wins over {@code /api} of another wherever they are declared.
 */
final class Ingresses {
    private static final String ANNOTATION = "alb.ingress.kubernetes.io/";

    private Ingresses() {}

    static void add(Manifests manifests, Service service, String host) {
        SortedMap<Integer, List<String>> byDepth = service.needs(Route.class).stream()
                .map(Route::path)
                .distinct()
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.groupingBy(Ingresses::depth, TreeMap::new, Collectors.toList()));
        byDepth.forEach((depth, paths) -> {
            // with a dot, which no name of a service has
            String name = byDepth.size() == 1 ? service.name() : service.name() + "." + depth;
            add(
                    manifests,
                    service,
                    name,
                    IngressRules.of(service, host, paths),
                    annotations(manifests, service, depth));
        });
    }

    /** Segments of a path: none for {@code /}. */
    private static int depth(String path) {
        return path.equals("/") ? 0 : (int) path.chars().filter(c -> c == '/').count();
    }

    private static void add(
            Manifests manifests, Service service, String name, IngressRule rule, Map<String, String> annotations) {
        KubeIngress.Builder.create(manifests.of(service), "Ingress " + name)
                .metadata(Metadata.of(manifests.place(), service, service.name(), name, annotations))
                .spec(IngressSpec.builder()
                        .ingressClassName(LoadBalancers.nameOf(manifests.names()))
                        .rules(List.of(rule))
                        .build())
                .build();
    }

    private static Map<String, String> annotations(Manifests manifests, Service service, int depth) {
        Map<String, String> annotations = new LinkedHashMap<>();
        annotations.put(ANNOTATION + "group.order", String.valueOf(-depth));
        annotations.put(ANNOTATION + "target-type", "ip");
        annotations.put(ANNOTATION + "listen-ports", "[{\"HTTP\": 80}, {\"HTTPS\": 443}]");
        annotations.put(ANNOTATION + "ssl-redirect", "443");
        annotations.put(ANNOTATION + "healthcheck-path", service.health().readiness());
        annotations.put(
                ANNOTATION + "target-group-attributes",
                "deregistration_delay.timeout_seconds=" + Termination.DEREGISTRATION);
        // by its name, which is planned, as an ARN holds what only AWS knows; the same for all of a group
        manifests
                .place()
                .choice(WebFirewall.class)
                .ifPresent(firewall ->
                        annotations.put(ANNOTATION + "wafv2-acl-name", WebFirewall.nameOf(manifests.names())));
        return annotations;
    }
}
