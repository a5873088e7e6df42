package dev.slipway.capability.edge.incluster;

import dev.slipway.capability.edge.Route;
import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import java.util.List;

/** What a route becomes for its service, whichever controller leads requests there. */
final class RouteBinding {
    private RouteBinding() {}

    /** @param controllers from where requests come */
    static Binding of(Claim<? extends Route> claim, Place place, Tls tls, List<Peer> controllers) {
        Service service = claim.service();
        Binding url = Binding.ofVariables(Variable.plain(
                "PUBLIC_URL", "%s://%s".formatted(tls.scheme(), hostOf(place, service)), "routes of the service"));
        return service.workload().listensOn().stream()
                .boxed()
                .flatMap(port -> controllers.stream()
                        .map(peer -> NetworkEdge.in(peer, port, claim.need().describe(), claim.origin())))
                .map(Binding::ofEdges)
                .reduce(url, Binding::and);
    }

    static String hostOf(Place place, Service service) {
        return place.environment().hosts().orElseThrow().of(service);
    }
}
