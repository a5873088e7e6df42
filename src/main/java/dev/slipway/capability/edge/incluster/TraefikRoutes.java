package dev.slipway.capability.edge.incluster;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.capability.edge.Route;
import dev.slipway.capability.edge.RouteChecks;
import dev.slipway.plan.Network;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Cidr;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.CustomObject;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.Metadata;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cdk8s.plus34.k8s.ObjectMeta;

/**
 * Routes through Traefik on the network of the nodes themselves: it answers on ports 80 and 443 of each node, without a load
 * balancer before it. Its chart is installed with them.
 *
 * <p>Requests reach pods from addresses of nodes. A pod always admits those of its own node; where there are more, their range
 * has to be said, unless the environment has a network of its own.
 *
 * <pre>{@code
 * Environment.named("test").host("test.example.com").with(traefikRoutes().issuedBy("letsencrypt").nodesIn("10.20.0.0/16"))
 * }</pre>
 *
 * @param nodes where nodes have their addresses
 */
@Declares
public record TraefikRoutes(Optional<String> nodes, Tls tls, Origin origin) implements Provider<Route>, RunsInCluster {
    /** Of its Ingresses, and where it is installed. */
    public static final String NAME = "traefik";

    private static final String FACTORY = "traefikRoutes()";
    private static final String ROUTER = "traefik.ingress.kubernetes.io/router.";

    private static final String API = "traefik.io/v1alpha1";
    private static final String WEB = "web";
    private static final String REDIRECT = "redirect";

    /** Without TLS. */
    public static TraefikRoutes traefikRoutes() {
        return new TraefikRoutes(Optional.empty(), Tls.NONE, Origin.here());
    }

    /** With the certificate in a Secret that somebody makes: {@code tls("shop-tls")}. */
    public TraefikRoutes tls(String secret) {
        return new TraefikRoutes(nodes, Tls.ofSecret(secret), origin);
    }

    /** With a certificate for each service that cert-manager has issued: {@code issuedBy("letsencrypt")}. */
    public TraefikRoutes issuedBy(String clusterIssuer) {
        return new TraefikRoutes(nodes, Tls.ofIssuer(clusterIssuer), origin);
    }

    /** Where nodes have their addresses: {@code nodesIn("10.20.0.0/16")}. */
    public TraefikRoutes nodesIn(String range) {
        return new TraefikRoutes(Optional.of(range), tls, origin);
    }

    @Override
    public Class<Route> meets() {
        return Route.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        Stream<Problem> range = nodes.filter(text -> Cidr.parse(text).isEmpty()).stream()
                .map(text -> error(
                        "edge/nodes",
                        origin,
                        "The range (%s) in which nodes have their addresses must be an IPv4 range whose host part is zero."
                                .formatted(text),
                        "write it as %s.nodesIn(\"10.20.0.0/16\").".formatted(FACTORY)));
        return Stream.of(RouteChecks.of(place), range, tls.check(FACTORY, origin))
                .flatMap(problems -> problems);
    }

    @Override
    public Binding bind(Claim<? extends Route> claim, Place place) {
        List<Peer> ranges = nodes
                .flatMap(Cidr::parse)
                .or(() -> place.choice(Network.class).map(Network::range))
                .<Peer>map(Peer.OfRange::new)
                .stream()
                .toList();
        return RouteBinding.of(claim, place, tls, ranges);
    }

    @Override
    public void deploy(Manifests manifests) {
        List<Service> services = manifests.place().servicesWith(Route.class);
        if (!services.isEmpty()) {
            manifests.expects("IngressClass", NAME);
            tls.secret().ifPresent(secret -> manifests.expects("Secret", secret));
        }
        if (!services.isEmpty() && tls.isThere()) {
            redirect(manifests, services);
        }
        services.forEach(service -> deploy(manifests, service));
    }

    /**
     * By a route of the lowest priority, and not by the entry point: that one's redirect would come before every other route,
     * challenges among them.
     */
    private static void redirect(Manifests manifests, List<Service> services) {
        ObjectMeta metadata = Metadata.shared(manifests.place(), REDIRECT);
        Map<String, Object> redirect = new LinkedHashMap<>();
        redirect.put("scheme", "https");
        redirect.put("permanent", true);
        CustomObject.add(manifests.platform(), API, "Middleware", metadata, Map.of("redirectScheme", redirect));
        Map<String, Object> nowhere = new LinkedHashMap<>();
        nowhere.put("kind", "TraefikService");
        nowhere.put("name", "noop@internal");
        Map<String, Object> route = new LinkedHashMap<>();
        route.put("kind", "Rule");
        route.put(
                "match",
                services.stream()
                        .map(service -> "Host(`%s`)".formatted(RouteBinding.hostOf(manifests.place(), service)))
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" || ")));
        route.put("priority", 1);
        route.put("middlewares", List.of(Map.of("name", REDIRECT)));
        route.put("services", List.of(nowhere));
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("entryPoints", List.of(WEB));
        spec.put("routes", List.of(route));
        CustomObject.add(manifests.platform(), API, "IngressRoute", metadata, spec);
    }

    private void deploy(Manifests manifests, Service service) {
        if (!tls.isThere()) {
            new PlainIngress(NAME, Map.of(ROUTER + "entrypoints", WEB), Optional.empty())
                    .add(manifests, service, service.name());
            return;
        }
        Map<String, String> secured = new LinkedHashMap<>();
        secured.put(ROUTER + "entrypoints", "websecure");
        secured.put(ROUTER + "tls", "true");
        tls.issuer().ifPresent(issuer -> secured.put(Tls.ISSUER, issuer));
        new PlainIngress(NAME, secured, Optional.of(tls.secretFor(service.name())))
                .add(manifests, service, service.name());
    }
}
