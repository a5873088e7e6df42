package dev.slipway.review.practice.workload;

import dev.slipway.review.Manifest;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is reached from outside the cluster, and what namespaces and disks hold off. */
public final class Exposure {
    private static final String ENFORCED = "pod-security.kubernetes.io/enforce";

    private Exposure() {}

    private static Stream<Manifest> all(Synthesis synthesis, String... kinds) {
        return synthesis.environments().stream().flatMap(environment -> Stream.of(kinds)
                .flatMap(kind -> synthesis.manifests(environment, kind).stream()));
    }

    /** A way past the Ingress, its certificate and its rules. */
    public static Stream<Finding> services(Synthesis synthesis) {
        return all(synthesis, "Service").flatMap(service -> {
            List<Finding> found = new ArrayList<>();
            String type = service.at("spec.type").text();
            if (type.matches("LoadBalancer|NodePort")) {
                found.add(Finding.about(
                        service, "spec.type", "(%s) must be ClusterIP: routes let others in.".formatted(type)));
            }
            // https://github.com/kubernetes/kubernetes/issues/97076
            if (service.at("spec.externalIPs").exists()) {
                found.add(Finding.about(
                        service,
                        "spec.externalIPs",
                        "must be absent: it takes the traffic of whoever has the address."));
            }
            if (!service.at("spec.selector").exists()
                    && !service.at("spec.externalName").exists()) {
                found.add(Finding.about(service, "spec.selector", "must choose pods: nobody answers."));
            }
            if (service.at("spec.ports").items().isEmpty()
                    && !service.at("spec.externalName").exists()) {
                found.add(Finding.about(service, "spec.ports", "must hold a port."));
            }
            return found.stream();
        });
    }

    /** A route without a host answers for every name that points there. */
    public static Stream<Finding> hosts(Synthesis synthesis) {
        Stream<Finding> ingresses = all(synthesis, "Ingress").flatMap(ingress -> {
            List<Finding> found = new ArrayList<>();
            List<Tree> rules = ingress.at("spec.rules").items();
            for (int i = 0; i < rules.size(); i++) {
                if (isAny(rules.get(i).get("host").text())) {
                    found.add(
                            Finding.about(ingress, "spec.rules.%s.host".formatted(i), "must be a host of one's own."));
                }
                if (rules.get(i).at("http.paths").items().isEmpty()) {
                    found.add(
                            Finding.about(ingress, "spec.rules.%s.http.paths".formatted(i), "must lead to a Service."));
                }
            }
            if (rules.isEmpty() && !ingress.at("spec.defaultBackend").exists()) {
                found.add(Finding.about(ingress, "spec.rules", "must hold a rule."));
            }
            return found.stream();
        });
        Stream<Finding> routes = all(synthesis, "HTTPRoute")
                .filter(route -> route.at("spec.rules").items().stream()
                        .anyMatch(rule -> !rule.get("backendRefs").items().isEmpty()))
                .filter(route -> route.at("spec.hostnames").items().isEmpty()
                        || route.at("spec.hostnames").texts().stream().anyMatch(Exposure::isAny))
                .map(route -> Finding.about(route, "spec.hostnames", "must be hosts of one's own."));
        Stream<Finding> traefik = all(synthesis, "IngressRoute")
                .filter(route -> route.at("spec.routes").items().stream()
                        .anyMatch(one -> !one.get("match").text().contains("Host(")))
                .map(route -> Finding.about(route, "spec.routes", "must each match a host: Host(`shop.example.com`)."));
        return Stream.of(ingresses, routes, traefik).flatMap(findings -> findings);
    }

    private static boolean isAny(String host) {
        return host.isEmpty() || host.matches("\\*(\\.[^.]+)?");
    }

    /** Routes of other namespaces, and listeners that answer without TLS with more than a redirect. */
    public static Stream<Finding> gateways(Synthesis synthesis) {
        return all(synthesis, "Gateway").flatMap(gateway -> {
            List<Finding> found = new ArrayList<>();
            List<Tree> listeners = gateway.at("spec.listeners").items();
            for (int i = 0; i < listeners.size(); i++) {
                String path = "spec.listeners." + i;
                if (listeners.get(i).at("allowedRoutes.namespaces.from").text().equals("All")) {
                    found.add(Finding.about(
                            gateway,
                            path + ".allowedRoutes.namespaces.from",
                            "(All) must be Same or Selector: any namespace takes the host."));
                }
                if (listeners.get(i).get("protocol").text().equals("HTTPS")
                        && listeners.get(i).at("tls.certificateRefs").items().isEmpty()
                        && !listeners.get(i).at("tls.options").exists()) {
                    found.add(Finding.about(gateway, path + ".tls.certificateRefs", "must name a certificate."));
                }
            }
            return found.stream();
        });
    }

    /** Pods of a namespace without a profile may become root on their node. */
    public static Stream<Finding> namespaces(Synthesis synthesis) {
        return all(synthesis, "Namespace")
                .filter(namespace ->
                        !namespace.at("metadata.labels").get(ENFORCED).text().matches("restricted|baseline"))
                .map(namespace -> Finding.about(
                        namespace, "metadata.labels." + ENFORCED, "must be restricted, or at least baseline."));
    }

    /** A budget that lets all go, or that chooses everybody. */
    public static Stream<Finding> budgets(Synthesis synthesis) {
        return all(synthesis, "PodDisruptionBudget").flatMap(budget -> {
            List<Finding> found = new ArrayList<>();
            if (budget.at("spec.maxUnavailable").text().equals("100%")
                    || budget.at("spec.minAvailable").text().matches("0%?")) {
                found.add(Finding.about(budget, "spec", "must keep a pod: a drain stops all of them."));
            }
            Tree selector = budget.at("spec.selector");
            if (selector.get("matchLabels").fields().isEmpty()
                    && selector.get("matchExpressions").items().isEmpty()) {
                found.add(Finding.about(
                        budget,
                        "spec.selector",
                        "must choose pods: one budget for all of the namespace holds every drain."));
            }
            return found.stream();
        });
    }

    public static Stream<Finding> disks(Synthesis synthesis) {
        return all(synthesis, "StorageClass")
                .filter(storage -> storage.at("provisioner").text().startsWith("ebs.csi."))
                .filter(storage -> !storage.at("parameters.encrypted").isTrue())
                .map(storage -> Finding.about(storage, "parameters.encrypted", "must be \"true\"."));
    }

    /** Of two classes by default either is taken. */
    public static Stream<Finding> defaults(Synthesis synthesis) {
        return all(synthesis, "PriorityClass")
                .filter(priority -> priority.at("globalDefault").isTrue())
                .map(priority -> Finding.about(
                        priority,
                        "globalDefault",
                        "must be false: pods of the cluster's own would be less than it, or more."));
    }
}
