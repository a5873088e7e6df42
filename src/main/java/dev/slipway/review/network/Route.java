package dev.slipway.review.network;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way from outside to a Service, of an Ingress or an HTTPRoute.
 *
 * @param host empty for any
 * @param path at the start of the request's: {@code /api/orders}
 * @param service name of the Service
 * @param port of the Service, by number or name
 */
public record Route(Manifest manifest, String host, String path, String service, String port) {
    /** All routes of an environment, kept with the snapshot. */
    private record All(List<Route> list) {}

    /** The routes of an environment, in the order of its objects. */
    public static List<Route> in(Synthesis synthesis, String environment) {
        return synthesis
                .derived(
                        All.class,
                        environment,
                        () -> new All(Stream.concat(
                                        synthesis.manifests(environment, "Ingress").stream()
                                                .flatMap(Route::ofIngress),
                                        synthesis.manifests(environment, "HTTPRoute").stream()
                                                .flatMap(Route::ofHttpRoute))
                                .toList()))
                .list();
    }

    private static Stream<Route> ofIngress(Manifest ingress) {
        return ingress.at("spec.rules").items().stream().flatMap(rule -> rule.at("http.paths").items().stream()
                .map(path -> new Route(
                        ingress,
                        rule.get("host").text(),
                        path.get("path").text(),
                        path.at("backend.service.name").text(),
                        port(path.at("backend.service.port")))));
    }

    private static String port(Tree port) {
        String name = port.get("name").text();
        return name.isEmpty() ? port.get("number").text() : name;
    }

    private static Stream<Route> ofHttpRoute(Manifest route) {
        List<String> named = route.at("spec.hostnames").texts();
        List<String> hosts = named.isEmpty() ? List.of("") : named;
        return route.at("spec.rules").items().stream().flatMap(rule -> rule.get("backendRefs").items().stream()
                .flatMap(backend -> paths(rule).flatMap(path -> hosts.stream()
                        .map(host -> new Route(
                                route,
                                host,
                                path,
                                backend.get("name").text(),
                                backend.get("port").text())))));
    }

    /** Without a match a rule takes everything. */
    private static Stream<String> paths(Tree rule) {
        List<Tree> matches = rule.get("matches").items();
        return matches.isEmpty()
                ? Stream.of("/")
                : matches.stream()
                        .map(match -> Optional.of(match.at("path.value").text())
                                .filter(path -> !path.isEmpty())
                                .orElse("/"));
    }

    @Override
    public String toString() {
        return "%s%s to %s:%s".formatted(host, path, service, port);
    }
}
