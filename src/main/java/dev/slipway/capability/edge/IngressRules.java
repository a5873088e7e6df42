package dev.slipway.capability.edge;

import dev.slipway.platform.Service;
import java.util.List;
import org.cdk8s.plus34.k8s.HttpIngressPath;
import org.cdk8s.plus34.k8s.HttpIngressRuleValue;
import org.cdk8s.plus34.k8s.IngressBackend;
import org.cdk8s.plus34.k8s.IngressRule;
import org.cdk8s.plus34.k8s.IngressServiceBackend;
import org.cdk8s.plus34.k8s.ServiceBackendPort;

/** What an Ingress says of a service, whichever controller reads it: {@code IngressRules.of(service, host, paths)}. */
public final class IngressRules {
    private static final String BACKEND_PORT = "http";

    private IngressRules() {}

    /** Everything below each of these paths of a host goes to the service. */
    public static IngressRule of(Service service, String host, List<String> paths) {
        return IngressRule.builder()
                .host(host)
                .http(HttpIngressRuleValue.builder()
                        .paths(paths.stream().map(path -> path(service, path)).toList())
                        .build())
                .build();
    }

    private static HttpIngressPath path(Service service, String path) {
        return HttpIngressPath.builder()
                .path(path)
                .pathType("Prefix")
                .backend(IngressBackend.builder()
                        .service(IngressServiceBackend.builder()
                                .name(service.name())
                                .port(ServiceBackendPort.builder()
                                        .name(BACKEND_PORT)
                                        .build())
                                .build())
                        .build())
                .build();
    }
}
