package dev.slipway.capability.edge.incluster;

import dev.slipway.capability.edge.Route;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cdk8s.plus34.k8s.ObjectMeta;

/** The Gateway of an environment, and its routes: https://gateway-api.sigs.k8s.io/reference/spec. */
record Gateways(Manifests manifests, GatewayRoutes routes) {
    private static final String API = "gateway.networking.k8s.io/v1";
    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int BACKEND_PORT = 80;
    private static final int MOVED_PERMANENTLY = 301;

    void deploy() {
        Map<String, Object> gateway = new LinkedHashMap<>();
        gateway.put("gatewayClassName", routes.gatewayClass());
        gateway.put("listeners", listeners());
        CustomObject.add(manifests.platform(), API, "Gateway", metadata(), gateway);
        if (routes.tls().isThere()) {
            CustomObject.add(
                    manifests.platform(),
                    API,
                    "HTTPRoute",
                    Metadata.shared(manifests.place(), name() + ".redirect"),
                    redirect());
        }
        services().forEach(this::route);
    }

    /** Of the Gateway, and of the environment's hosts. */
    private String name() {
        return manifests.names().environmentWide();
    }

    private List<Service> services() {
        return manifests.place().servicesWith(Route.class);
    }

    private ObjectMeta metadata() {
        ObjectMeta plain = Metadata.shared(manifests.place(), name());
        return routes.tls()
                .issuer()
                .map(issuer -> ObjectMeta.builder()
                        .name(plain.getName())
                        .namespace(plain.getNamespace())
                        .labels(plain.getLabels())
                        .annotations(Map.of(Tls.ISSUER, issuer))
                        .build())
                .orElse(plain);
    }

    /** One for HTTP, and one for each host over HTTPS: cert-manager takes the hosts of certificates from there. */
    private List<Map<String, Object>> listeners() {
        List<Map<String, Object>> listeners = new ArrayList<>();
        listeners.add(listener(HTTP, HTTP_PORT, "HTTP"));
        if (routes.tls().isThere()) {
            Map<String, Map<String, Object>> byHost = new LinkedHashMap<>();
            services().forEach(service -> byHost.computeIfAbsent(host(service), host -> secured(service, host)));
            listeners.addAll(byHost.values());
        }
        return listeners;
    }

    private Map<String, Object> secured(Service service, String host) {
        Map<String, Object> listener = listener(sectionOf(service), HTTPS_PORT, "HTTPS");
        listener.put("hostname", host);
        Map<String, Object> tls = new LinkedHashMap<>();
        tls.put("mode", "Terminate");
        tls.put("certificateRefs", List.of(Map.of("name", routes.tls().secretFor(name()))));
        listener.put("tls", tls);
        return listener;
    }

    private static Map<String, Object> listener(String name, int port, String protocol) {
        Map<String, Object> listener = new LinkedHashMap<>();
        listener.put("name", name);
        listener.put("port", port);
        listener.put("protocol", protocol);
        listener.put("allowedRoutes", Map.of("namespaces", Map.of("from", "Same")));
        return listener;
    }

    /** Each host has a listener, which is named after the first of its services. */
    private String sectionOf(Service service) {
        Service first = services().stream()
                .filter(other -> host(other).equals(host(service)))
                .findFirst()
                .orElse(service);
        return HTTPS + "-" + first.name();
    }

    private void route(Service service) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put(
                "matches",
                service.needs(Route.class).stream()
                        .map(Route::path)
                        .distinct()
                        .sorted()
                        .map(Gateways::below)
                        .toList());
        Map<String, Object> backend = new LinkedHashMap<>();
        backend.put("name", service.name());
        backend.put("port", BACKEND_PORT);
        rule.put("backendRefs", List.of(backend));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("parentRefs", List.of(parent(routes.tls().isThere() ? sectionOf(service) : HTTP)));
        spec.put("hostnames", List.of(host(service)));
        spec.put("rules", List.of(rule));
        CustomObject.add(
                manifests.of(service), API, "HTTPRoute", Metadata.of(manifests.place(), service, service.name()), spec);
    }

    /** The widest match there is, so that every other on the same listener comes before it, challenges among them. */
    private Map<String, Object> redirect() {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("scheme", HTTPS);
        target.put("statusCode", MOVED_PERMANENTLY);
        Map<String, Object> filter = new LinkedHashMap<>();
        filter.put("type", "RequestRedirect");
        filter.put("requestRedirect", target);
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("matches", List.of(below("/")));
        rule.put("filters", List.of(filter));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("parentRefs", List.of(parent(HTTP)));
        spec.put("rules", List.of(rule));
        return spec;
    }

    private Map<String, Object> parent(String section) {
        Map<String, Object> parent = new LinkedHashMap<>();
        parent.put("name", name());
        parent.put("sectionName", section);
        return parent;
    }

    private static Map<String, Object> below(String path) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("type", "PathPrefix");
        match.put("value", path);
        return Map.of("path", match);
    }

    private String host(Service service) {
        return RouteBinding.hostOf(manifests.place(), service);
    }
}
