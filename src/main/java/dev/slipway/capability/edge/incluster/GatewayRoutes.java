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
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Routes by Kubernetes' Gateway API: one Gateway for the environment and an HTTPRoute for each service, for whichever
 * controller has a class in the cluster. With a certificate, what comes over HTTP is sent to HTTPS.
 *
 * <pre>{@code
 * Environment.named("test").host("<service>.example.com")
 *     .with(gatewayRoutes("envoy", "envoy-gateway-system").issuedBy("letsencrypt"))
 * }</pre>
 *
 * @param gatewayClass of the Gateway
 * @param namespace where its proxies run, from which requests come
 */
@Declares
public record GatewayRoutes(String gatewayClass, String namespace, Tls tls, Origin origin)
        implements Provider<Route>, RunsInCluster {
    /** Of a class, whose proxies run in a namespace, without TLS. */
    public static GatewayRoutes gatewayRoutes(String gatewayClass, String namespace) {
        return new GatewayRoutes(gatewayClass, namespace, Tls.NONE, Origin.here());
    }

    /** With the certificate in a Secret that somebody makes: {@code tls("shop-tls")}. */
    public GatewayRoutes tls(String secret) {
        return new GatewayRoutes(gatewayClass, namespace, Tls.ofSecret(secret), origin);
    }

    /** With one certificate for all hosts that cert-manager has issued: {@code issuedBy("letsencrypt")}. */
    public GatewayRoutes issuedBy(String clusterIssuer) {
        return new GatewayRoutes(gatewayClass, namespace, Tls.ofIssuer(clusterIssuer), origin);
    }

    @Override
    public Class<Route> meets() {
        return Route.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        String fix = "write it as gatewayRoutes(\"envoy\", \"envoy-gateway-system\").";
        return Stream.of(
                        RouteChecks.of(place),
                        Tls.className(gatewayClass, fix, origin),
                        Tls.namespace(namespace, fix, origin),
                        tls.check("gatewayRoutes(..)", origin))
                .flatMap(problems -> problems);
    }

    @Override
    public Binding bind(Claim<? extends Route> claim, Place place) {
        return RouteBinding.of(claim, place, tls, List.of(new Peer.OfPods(namespace, Map.of())));
    }

    @Override
    public void deploy(Manifests manifests) {
        if (!manifests.place().claims(Route.class).isEmpty()) {
            manifests.expects("GatewayClass", gatewayClass);
            tls.secret().ifPresent(secret -> manifests.expects("Secret", secret));
            new Gateways(manifests, this).deploy();
        }
    }
}
