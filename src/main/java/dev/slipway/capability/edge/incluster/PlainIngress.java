package dev.slipway.capability.edge.incluster;

import dev.slipway.capability.edge.IngressRules;
import dev.slipway.capability.edge.Route;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cdk8s.plus34.k8s.IngressSpec;
import org.cdk8s.plus34.k8s.IngressTls;
import org.cdk8s.plus34.k8s.KubeIngress;

/**
 * An Ingress as Kubernetes itself defines it, for controllers that take the longest path that matches: neither the order of
 * rules nor that of objects changes anything.
 *
 * @param className of the controller
 * @param annotations for the controller
 * @param secret with the certificate
 */
record PlainIngress(String className, Map<String, String> annotations, Optional<String> secret) {
    /** Adds one for all routes of a service. */
    void add(Manifests manifests, Service service, String name) {
        String host = RouteBinding.hostOf(manifests.place(), service);
        IngressSpec.Builder spec = IngressSpec.builder()
                .ingressClassName(className)
                .rules(List.of(IngressRules.of(
                        service,
                        host,
                        service.needs(Route.class).stream()
                                .map(Route::path)
                                .distinct()
                                .sorted()
                                .toList())));
        secret.ifPresent(certificate -> spec.tls(List.of(IngressTls.builder()
                .hosts(List.of(host))
                .secretName(certificate)
                .build())));
        KubeIngress.Builder.create(manifests.of(service), "Ingress " + name)
                .metadata(Metadata.of(manifests.place(), service, service.name(), name, annotations))
                .spec(spec.build())
                .build();
    }
}
