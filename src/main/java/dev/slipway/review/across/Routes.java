package dev.slipway.review.across;

import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A route, its host, the certificate for it, the zone that names it, and what services tell others of it. */
public final class Routes {
    /** In rules of Traefik: {@code Host(`shop.example.com`) && PathPrefix(`/api`)}. */
    private static final Pattern HOST = Pattern.compile("Host\\(`([^`]+)`\\)");

    private static final String PUBLIC_URL = "PUBLIC_URL";

    private final Planes planes;
    private final Set<String> hosts;

    private Routes(Planes planes) {
        this.planes = planes;
        this.hosts = planes.objects().stream().flatMap(Routes::hosts).collect(Collectors.toCollection(TreeSet::new));
    }

    public static Stream<Finding> findings(Synthesis synthesis) {
        return Planes.of(synthesis).map(Routes::new).flatMap(routes -> Stream.of(
                        routes.ingresses(), routes.gateways(), routes.onAws(), routes.told(), routes.shared())
                .flatMap(findings -> findings));
    }

    private static Stream<String> hosts(Manifest object) {
        return switch (object.kind()) {
            case "Ingress" ->
                object.at("spec.rules").items().stream()
                        .map(rule -> rule.get("host").text())
                        .filter(host -> !host.isEmpty());
            case "HTTPRoute", "GRPCRoute" -> object.at("spec.hostnames").texts().stream();
            case "IngressRoute" ->
                object.at("spec.routes").items().stream()
                        .flatMap(
                                route -> HOST.matcher(route.get("match").text()).results())
                        .map(match -> match.group(1));
            default -> Stream.empty();
        };
    }

    /** Whether a name, which may begin with a wildcard for one label, covers a host. */
    private static boolean covers(String name, String host) {
        return name.startsWith("*.") ? host.replaceFirst("^[^.]+", "*").equals(name) : name.equals(host);
    }

    private Stream<Finding> ingresses() {
        return planes.ofKind("Ingress")
                .filter(ingress -> !ingress.at("spec.tls").items().isEmpty())
                .flatMap(ingress -> {
                    List<String> secured = ingress.at("spec.tls").items().stream()
                            .flatMap(tls -> tls.get("hosts").texts().stream())
                            .toList();
                    return hosts(ingress)
                            .filter(host -> secured.stream().noneMatch(name -> covers(name, host)))
                            .map(host -> Finding.about(
                                    ingress,
                                    "spec.tls",
                                    "must have a certificate for host (%s) of its rules.".formatted(host)));
                });
    }

    private Stream<Finding> gateways() {
        return planes.ofKind("HTTPRoute", "GRPCRoute").flatMap(route -> route.at("spec.parentRefs").items().stream()
                .flatMap(parent -> planes
                        .find("Gateway", route.namespace(), parent.get("name").text())
                        .stream()
                        .flatMap(gateway -> gateway.at("spec.listeners").items().stream())
                        .filter(listener -> parent.get("sectionName").equals(listener.get("name")))
                        .filter(listener -> listener.get("hostname").exists())
                        .flatMap(listener -> hosts(route)
                                .filter(host -> !covers(listener.get("hostname").text(), host))
                                .map(host -> Finding.about(
                                        route,
                                        "spec.hostnames",
                                        "(%s) must be the host of listener %s (%s)."
                                                .formatted(
                                                        host,
                                                        listener.get("name").text(),
                                                        listener.get("hostname").text()))))));
    }

    /** Where stacks make certificates and zones, each host needs one of each. */
    private Stream<Finding> onAws() {
        List<String> certificates = planes.anyOfType("AWS::CertificateManager::Certificate")
                .flatMap(Routes::names)
                .toList();
        List<String> zones = planes.anyOfType("AWS::Route53::HostedZone")
                .map(zone -> zone.property("Name").text().replaceFirst("\\.$", ""))
                .toList();
        return planes.ofKind("Ingress", "HTTPRoute").flatMap(route -> {
            List<Finding> found = new ArrayList<>();
            hosts(route).forEach(host -> {
                if (!certificates.isEmpty() && certificates.stream().noneMatch(name -> covers(name, host))) {
                    found.add(Finding.about(
                            route,
                            "spec",
                            "must have a host (%s) that a certificate covers (%s)."
                                    .formatted(host, String.join(", ", certificates))));
                }
                if (!zones.isEmpty()
                        && zones.stream().noneMatch(zone -> host.equals(zone) || host.endsWith("." + zone))) {
                    found.add(Finding.about(
                            route,
                            "spec",
                            "must have a host (%s) within a zone (%s).".formatted(host, String.join(", ", zones))));
                }
            });
            return found.stream();
        });
    }

    private static Stream<String> names(Resource certificate) {
        return Stream.concat(
                Stream.of(certificate.property("DomainName").text()),
                certificate.property("SubjectAlternativeNames").texts().stream());
    }

    /** What services write into links and e-mails. */
    private Stream<Finding> told() {
        return planes.pods().flatMap(pod -> Stream.of(pod.variables(planes).getOrDefault(PUBLIC_URL, ""))
                .filter(url -> url.matches("https?://.+") && !hosts.isEmpty())
                .map(url -> url.replaceFirst("^https?://", "").replaceFirst("[:/].*", ""))
                .filter(host -> hosts.stream().noneMatch(name -> covers(name, host)))
                .map(host -> Finding.about(
                        pod.owner(),
                        pod.specPath(),
                        "tells others of host (%s) by variable %s, which must be one with a route (%s)."
                                .formatted(host, PUBLIC_URL, String.join(", ", hosts)))));
    }

    /** Of two rules with one host and path the load balancer takes either. */
    private Stream<Finding> shared() {
        Set<String> seen = new TreeSet<>();
        return planes.ofKind("Ingress").flatMap(ingress -> ingress.at("spec.rules").items().stream()
                .flatMap(rule -> rule.at("http.paths").items().stream().map(path -> key(ingress, rule, path)))
                .filter(key -> !seen.add(key))
                .map(key ->
                        Finding.about(ingress, "spec.rules", "(%s) must be the route of one Ingress.".formatted(key))));
    }

    private static String key(Manifest ingress, Tree rule, Tree path) {
        return "%s %s%s"
                .formatted(
                        ingress.at("spec.ingressClassName").text(),
                        rule.get("host").text(),
                        path.get("path").text());
    }
}
