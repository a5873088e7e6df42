package dev.slipway.capability.edge.incluster;

import dev.slipway.capability.edge.Route;
import dev.slipway.capability.edge.RouteChecks;
import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Routes as Ingresses of a class that the cluster has already, such as that of {@code minikube addons enable ingress}. It is
 * what an environment gets whose cluster is not on AWS.
 *
 * <pre>{@code
 * Environment.named("local").host("ordering.localhost").with(ingressRoutes())
 * Environment.named("test").host("test.example.com").with(ingressRoutes().of("haproxy", "haproxy").issuedBy("letsencrypt"))
 * }</pre>
 *
 * @param className of the Ingresses
 * @param namespace where the pods of the controller run, from which requests come
 */
@Declares
public record IngressRoutes(String className, String namespace, Tls tls, Origin origin)
        implements Provider<Route>, RunsInCluster {
    /** As minikube's own add-on has it. */
    public static final String DEFAULT_CLASS = "nginx";

    public static final String DEFAULT_NAMESPACE = "ingress-nginx";

    private static final String FACTORY = "ingressRoutes()";

    /** Of class {@value #DEFAULT_CLASS}, whose controller runs in {@value #DEFAULT_NAMESPACE}, without TLS. */
    public static IngressRoutes ingressRoutes() {
        return new IngressRoutes(DEFAULT_CLASS, DEFAULT_NAMESPACE, Tls.NONE, Origin.here());
    }

    /** Of another class, whose controller runs in another namespace. */
    public IngressRoutes of(String newClass, String newNamespace) {
        return new IngressRoutes(newClass, newNamespace, tls, origin);
    }

    /** With the certificate in a Secret that somebody makes: {@code tls("shop-tls")}. */
    public IngressRoutes tls(String secret) {
        return new IngressRoutes(className, namespace, Tls.ofSecret(secret), origin);
    }

    /** With a certificate for each service that cert-manager has issued: {@code issuedBy("letsencrypt")}. */
    public IngressRoutes issuedBy(String clusterIssuer) {
        return new IngressRoutes(className, namespace, Tls.ofIssuer(clusterIssuer), origin);
    }

    @Override
    public Class<Route> meets() {
        return Route.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        String fix = "write it as %s.of(\"nginx\", \"ingress-nginx\").".formatted(FACTORY);
        return Stream.of(
                        RouteChecks.of(place),
                        Tls.className(className, fix, origin),
                        Tls.namespace(namespace, fix, origin),
                        tls.check(FACTORY, origin))
                .flatMap(problems -> problems);
    }

    @Override
    public Binding bind(Claim<? extends Route> claim, Place place) {
        return RouteBinding.of(claim, place, tls, List.of(new Peer.OfPods(namespace, Map.of())));
    }

    @Override
    public void deploy(Manifests manifests) {
        Map<String, String> annotations =
                tls.issuer().map(issuer -> Map.of(Tls.ISSUER, issuer)).orElse(Map.of());
        List<Service> services = manifests.place().servicesWith(Route.class);
        if (!services.isEmpty()) {
            manifests.expects("IngressClass", className);
            tls.secret().ifPresent(secret -> manifests.expects("Secret", secret));
        }
        services.forEach(service -> {
            Optional<String> secret = tls.isThere() ? Optional.of(tls.secretFor(service.name())) : Optional.empty();
            new PlainIngress(className, annotations, secret).add(manifests, service, service.name());
        });
    }
}
