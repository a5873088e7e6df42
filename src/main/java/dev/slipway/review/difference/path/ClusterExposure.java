package dev.slipway.review.difference.path;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.stream.Stream;

/** What can be reached from outside a cluster: hosts and paths, load balancers, and who may call them. */
final class ClusterExposure {
    private static final String ANSWER = "answer";
    private static final String PUBLIC = "internet-facing";

    private ClusterExposure() {}

    static Stream<Exposed> of(Synthesis side, String environment) {
        return side.manifests(environment).stream().flatMap(ClusterExposure::of);
    }

    private static Stream<Exposed> of(Manifest object) {
        return switch (object.kind()) {
            case "Ingress" -> Stream.concat(ingress(object), annotated(object));
            case "IngressClassParams" -> classParams(object);
            case "HTTPRoute" -> route(object);
            case "IngressRoute" ->
                object.at("spec.routes").items().stream().flatMap(rule -> rule.get("services").items().stream()
                        .map(service -> served(
                                object, service.get("name"), rule.get("match").text(), false)));
            case "Gateway" ->
                object.at("spec.listeners").items().stream()
                        .map(listener -> exposed(
                                object,
                                "listen",
                                "%s %s"
                                        .formatted(
                                                listener.get("protocol").text(),
                                                listener.get("port").text())));
            case "Service" -> service(object);
            default -> Stream.empty();
        };
    }

    private static Exposed served(Manifest object, Tree service, String where, boolean isPrefix) {
        String subject = "service " + object.namespace() + "/" + service.text();
        return new Exposed(object.environment(), subject, ANSWER, where, isPrefix, Peer.ANYWHERE);
    }

    private static Exposed exposed(Manifest object, String action, String where) {
        return new Exposed(object.environment(), name(object), action, where, false, Peer.ANYWHERE);
    }

    private static String name(Manifest object) {
        return object.kind() + " " + object.name();
    }

    private static Stream<Exposed> ingress(Manifest ingress) {
        Tree fallback = ingress.at("spec.defaultBackend.service.name");
        Stream<Exposed> rest =
                fallback.exists() ? Stream.of(served(ingress, fallback, "any host/", true)) : Stream.empty();
        return Stream.concat(
                rest, ingress.at("spec.rules").items().stream().flatMap(rule -> rule.at("http.paths").items().stream()
                        .map(path -> {
                            String host =
                                    rule.get("host").exists() ? rule.get("host").text() : "any host";
                            boolean isPrefix = !path.get("pathType").text().equals("Exact");
                            String where =
                                    path.get("path").exists() ? path.get("path").text() : "/";
                            return served(ingress, path.at("backend.service.name"), host + where, isPrefix);
                        })));
    }

    private static Stream<Exposed> annotated(Manifest ingress) {
        Tree notes = ingress.at("metadata.annotations");
        boolean isPublic = notes.get("alb.ingress.kubernetes.io/scheme").text().equals(PUBLIC);
        Stream<Exposed> scheme = isPublic ? Stream.of(internet(ingress)) : Stream.empty();
        return Stream.concat(
                scheme,
                Stream.of(
                                "alb.ingress.kubernetes.io/inbound-cidrs",
                                "nginx.ingress.kubernetes.io/whitelist-source-range")
                        .flatMap(key ->
                                admitted(ingress, List.of(notes.get(key).text().split("\\s*,\\s*", -1)))));
    }

    private static Exposed internet(Manifest object) {
        return new Exposed(
                object.environment(), name(object), "have an address on the internet", "", false, Peer.ANYWHERE);
    }

    /** Whom it admits; all where it names nobody. */
    private static Stream<Exposed> admitted(Manifest object, List<String> blocks) {
        List<String> named = blocks.stream().filter(block -> !block.isBlank()).toList();
        return (named.isEmpty() ? List.of("0.0.0.0/0") : named)
                .stream()
                        .map(block ->
                                new Exposed(object.environment(), name(object), "admit", "", false, Peer.of(block)));
    }

    private static Stream<Exposed> classParams(Manifest params) {
        Stream<Exposed> scheme =
                params.at("spec.scheme").text().equals(PUBLIC) ? Stream.of(internet(params)) : Stream.empty();
        return Stream.concat(
                scheme, admitted(params, params.at("spec.inboundCIDRs").texts()));
    }

    private static Stream<Exposed> route(Manifest route) {
        List<String> named = route.at("spec.hostnames").texts();
        List<String> hosts = named.isEmpty() ? List.of("any host") : named;
        return route.at("spec.rules").items().stream().flatMap(rule -> rule.get("backendRefs").items().stream()
                .flatMap(backend -> hosts.stream().flatMap(host -> matches(rule)
                        .map(match -> served(
                                route,
                                backend.get("name"),
                                host
                                        + (match.at("path.value").exists()
                                                ? match.at("path.value").text()
                                                : "/"),
                                !match.at("path.type").text().equals("Exact"))))));
    }

    private static Stream<Tree> matches(Tree rule) {
        List<Tree> matches = rule.get("matches").items();
        return matches.isEmpty() ? Stream.of(Tree.NOTHING) : matches.stream();
    }

    private static Stream<Exposed> service(Manifest service) {
        String type = service.at("spec.type").text();
        if (type.equals("NodePort")) {
            return Stream.of(exposed(service, "listen", "at a port of every node"));
        }
        if (!type.equals("LoadBalancer")) {
            return Stream.empty();
        }
        Tree notes = service.at("metadata.annotations");
        String scheme =
                notes.get("service.beta.kubernetes.io/aws-load-balancer-scheme").text();
        Stream<Exposed> balancer = scheme.equals(PUBLIC)
                ? Stream.of(internet(service))
                : Stream.of(exposed(service, "have", "a load balancer"));
        return Stream.concat(
                balancer,
                admitted(service, service.at("spec.loadBalancerSourceRanges").texts()));
    }
}
