package dev.slipway.capability.edge;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Tier;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Hosts;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.aws.ProvisionsOnAws;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Routes through one Application Load Balancer, which all routed services of an environment share. EKS Auto Mode makes it
 * from their Ingresses, or elsewhere the add-on AWS Load Balancer Controller; its certificates are found by their hosts in
 * AWS Certificate Manager. In production it cannot be deleted by accident.
 *
 * <pre>{@code
 * Environment.named("prod").host("shop.example.com").with(albRoutes().idleTimeout(120).accessLogs(90))
 * }</pre>
 *
 * @param idleTimeout seconds for which it waits on a silent connection; by default AWS's own 60
 * @param accessLogDays for how many days it keeps a line for each request, where it does
 */
@Declares
public record AlbRoutes(OptionalInt idleTimeout, OptionalInt accessLogDays, Origin origin)
        implements Provider<Route>, ProvisionsOnAws, RunsInCluster {
    public static AlbRoutes albRoutes() {
        return new AlbRoutes(OptionalInt.empty(), OptionalInt.empty(), Origin.here());
    }

    /** Seconds for which it waits on a connection on which nothing is said, such as a long poll. */
    public AlbRoutes idleTimeout(int seconds) {
        return new AlbRoutes(OptionalInt.of(seconds), accessLogDays, origin);
    }

    /** Keeps a line for each request, for so many days, in a bucket of the stack {@code edge}. */
    public AlbRoutes accessLogs(int days) {
        return new AlbRoutes(idleTimeout, OptionalInt.of(days), origin);
    }

    @Override
    public Class<Route> meets() {
        return Route.class;
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Stream.of(RouteChecks.of(place), AlbChecks.of(place), LoadBalancers.check(this))
                .flatMap(problems -> problems);
    }

    @Override
    public Binding bind(Claim<? extends Route> claim, Place place) {
        Service service = claim.service();
        Binding url = Binding.ofVariables(
                Variable.plain("PUBLIC_URL", "https://" + host(place, service), "routes of the service"));
        return service.workload().listensOn().stream()
                .mapToObj(port -> NetworkEdge.in(
                        new Peer.OfSubnets(Tier.PUBLIC), port, claim.need().describe(), claim.origin()))
                .map(Binding::ofEdges)
                .reduce(url, Binding::and);
    }

    @Override
    public void provision(EnvironmentStage stage) {
        if (!stage.place().claims(Route.class).isEmpty()) {
            accessLogDays.ifPresent(days -> AccessLogs.add(stage.stack(CertificateStack.CONCERN), days));
        }
    }

    @Override
    public void deploy(Manifests manifests) {
        Place place = manifests.place();
        if (place.claims(Route.class).isEmpty()) {
            return;
        }
        manifests.labelNamespace(BalancerMaker.of(place).readinessGate(), "enabled");
        LoadBalancers.add(manifests, this);
        place.servicesWith(Route.class).forEach(service -> Ingresses.add(manifests, service, host(place, service)));
    }

    private static String host(Place place, Service service) {
        Hosts hosts = place.environment().hosts().orElseThrow();
        return hosts.of(service);
    }
}
