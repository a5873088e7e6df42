package dev.slipway.review.practice.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Routes that lead to nothing: a Service, a middleware or a listener that is not there. */
public final class Leads {
    private Leads() {}

    public static Stream<Finding> findings(Synthesis synthesis) {
        return synthesis.environments().stream()
                .flatMap(environment -> Stream.concat(
                        synthesis.manifests(environment, "HTTPRoute").stream()
                                .flatMap(route -> sections(synthesis, route)),
                        synthesis.manifests(environment, "IngressRoute").stream()
                                .flatMap(route -> traefik(synthesis, route).stream())));
    }

    private static Stream<Finding> sections(Synthesis synthesis, Manifest route) {
        return route.at("spec.parentRefs").items().stream()
                .filter(parent -> parent.get("sectionName").exists())
                .filter(parent -> synthesis
                        .find(route.environment(), "Gateway", parent.get("name").text())
                        .stream()
                        .anyMatch(gateway -> gateway.at("spec.listeners").items().stream()
                                .noneMatch(listener -> listener.get("name").equals(parent.get("sectionName")))))
                .map(parent -> Finding.about(
                        route,
                        "spec.parentRefs",
                        "(%s) must be a listener of Gateway %s."
                                .formatted(
                                        parent.get("sectionName").text(),
                                        parent.get("name").text())));
    }

    private static List<Finding> traefik(Synthesis synthesis, Manifest route) {
        List<Finding> found = new ArrayList<>();
        for (Tree one : route.at("spec.routes").items()) {
            one.get("services").items().stream()
                    .map(service -> service.get("name").text())
                    // what Traefik has in itself
                    .filter(name -> !name.endsWith("@internal"))
                    .filter(name -> isMissing(synthesis, route, "Service", name))
                    .forEach(name -> found.add(Finding.about(
                            route, "spec.routes", "(%s) must be a Service of the namespace.".formatted(name))));
            one.get("middlewares").items().stream()
                    .map(middleware -> middleware.get("name").text())
                    .filter(name -> isMissing(synthesis, route, "Middleware", name))
                    .forEach(name -> found.add(Finding.about(
                            route, "spec.routes", "(%s) must be a Middleware of the namespace.".formatted(name))));
            if (one.get("services").items().isEmpty()) {
                found.add(Finding.about(route, "spec.routes", "must each lead to a Service."));
            }
        }
        return found;
    }

    private static boolean isMissing(Synthesis synthesis, Manifest route, String kind, String name) {
        return synthesis.manifests(route.environment(), kind).stream()
                .noneMatch(object ->
                        object.name().equals(name) && object.namespace().equals(route.namespace()));
    }
}
