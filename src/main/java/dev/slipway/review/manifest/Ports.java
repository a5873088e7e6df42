package dev.slipway.review.manifest;

import dev.slipway.review.Manifest;
import dev.slipway.review.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Ports that lead somewhere: of services to pods, of ingresses and routes to services. */
final class Ports {
    private static final List<String> BACKENDS = List.of("HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute");

    private Ports() {}

    static Stream<Finding> findings(Environment environment) {
        return Stream.of(
                        environment.roots("Service").flatMap(service -> ofService(environment, service)),
                        environment.roots("Ingress").flatMap(ingress -> ofIngress(environment, ingress)),
                        environment
                                .roots(BACKENDS.toArray(String[]::new))
                                .flatMap(route -> ofRoute(environment, route)),
                        environment.roots("NetworkPolicy").flatMap(policy -> ofPolicy(environment, policy)),
                        environment
                                .roots("NetworkPolicy", "ApplicationNetworkPolicy")
                                .flatMap(Ports::named))
                .flatMap(findings -> findings);
    }

    private static Stream<Finding> ofService(Environment environment, Field service) {
        return service.items("spec.ports").stream().flatMap(port -> {
            Field target = port.has("targetPort") ? port.at("targetPort") : port.at("port");
            List<Pod> pods = environment
                    .pods(service.text("metadata.namespace"))
                    .filter(pod -> Selectors.selects(service, pod))
                    .toList();
            return pods.stream()
                    .filter(pod -> !pod.listensOn(target.text()))
                    .map(pod -> target.finding(
                            "port", "(%s) must be a port of the pods of %s.".formatted(target.text(), pod.owner())));
        });
    }

    private static Stream<Finding> ofIngress(Environment environment, Field ingress) {
        return ingress.items("spec.rules").stream()
                .flatMap(rule -> rule.items("http.paths").stream())
                .map(path -> path.at("backend.service"))
                .filter(Field::exists)
                // the load balancer's own answers: https://kubernetes-sigs.github.io/aws-load-balancer-controller
                .filter(backend -> !backend.text("port.name").equals("use-annotation"))
                .flatMap(backend -> backend(
                        environment,
                        backend.at("name"),
                        backend.has("port") && backend.at("port").has("number")
                                ? backend.at("port.number")
                                : backend.at("port.name"),
                        ingress.text("metadata.namespace")));
    }

    private static Stream<Finding> ofRoute(Environment environment, Field route) {
        return route.items("spec.rules").stream()
                .flatMap(rule -> rule.items("backendRefs").stream())
                .filter(backend -> !backend.has("kind") || backend.text("kind").equals("Service"))
                .flatMap(backend -> backend(
                        environment,
                        backend.at("name"),
                        backend.at("port"),
                        backend.has("namespace") ? backend.text("namespace") : route.text("metadata.namespace")));
    }

    private static Stream<Finding> backend(Environment environment, Field name, Field port, String namespace) {
        return environment
                .find("Service", namespace, name.text())
                .map(service -> offers(service, port.text())
                        ? Stream.<Finding>empty()
                        : Stream.of(port.finding(
                                "port", "(%s) must be a port of service %s.".formatted(port.text(), name.text()))))
                .orElseGet(() -> Stream.of(name.finding(
                        "reference", "(%s) must be a service of namespace %s.".formatted(name.text(), namespace))));
    }

    private static boolean offers(Manifest service, String port) {
        return Field.root(service).items("spec.ports").stream()
                .anyMatch(declared -> declared.text("port").equals(port)
                        || declared.text("name").equals(port));
    }

    /** A number, or the name of a port: https://www.rfc-editor.org/rfc/rfc6335#section-5.1. */
    private static Stream<Finding> named(Field policy) {
        return Stream.of("spec.ingress", "spec.egress")
                .flatMap(side -> policy.items(side).stream())
                .flatMap(rule -> rule.items("ports").stream())
                .map(port -> port.at("port"))
                .filter(port -> port.exists()
                        && !port.text().matches("\\d{1,5}|(?=[a-z0-9-]{1,15}$)(?=.*[a-z])[a-z0-9]+(-[a-z0-9]+)*"))
                .map(port ->
                        port.finding("port", "(%s) must be a number, or the name of a port.".formatted(port.text())));
    }

    /** A port of a policy is that of the pod, never that of the service before it. */
    private static Stream<Finding> ofPolicy(Environment environment, Field policy) {
        return policy.items("spec.ingress").stream()
                .flatMap(rule -> rule.items("ports").stream())
                .map(port -> port.at("port"))
                .filter(Field::exists)
                .flatMap(port -> environment
                        .pods(policy.text("metadata.namespace"))
                        .filter(pod -> pod.matches(policy.at("spec.podSelector").value()))
                        .filter(pod -> !pod.listensOn(port.text()))
                        .map(pod -> port.finding(
                                "port", "(%s) must be a port of the pods of %s.".formatted(port.text(), pod.owner()))));
    }
}
