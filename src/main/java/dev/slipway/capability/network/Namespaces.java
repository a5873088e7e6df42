package dev.slipway.capability.network;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Service;
import java.util.Map;
import java.util.stream.Stream;

/** Ways between a service and the pods of another namespace. */
final class Namespaces {
    private Namespaces() {}

    static Stream<NetworkEdge> edges(Service service, WithNamespace way) {
        Peer pods = new Peer.OfPods(way.namespace(), Map.of());
        return way.port().isPresent()
                ? Stream.of(NetworkEdge.out(pods, way.port().getAsInt(), way.describe(), way.origin()))
                : service.workload().listensOn().stream()
                        .mapToObj(port -> NetworkEdge.in(pods, port, way.describe(), way.origin()));
    }

    static Stream<Problem> check(Service service, WithNamespace way, Place place) {
        return Stream.concat(
                namespace(service, way, place), way.port().isPresent() ? port(service, way) : listens(service, way));
    }

    private static Stream<Problem> namespace(Service service, WithNamespace way, Place place) {
        if (way.namespace().equals(place.names().namespace())) {
            return Stream.of(error(
                    "network/own-namespace",
                    way.origin(),
                    "The namespace (%s) that service %s names is its own in environment %s; it must be another."
                            .formatted(
                                    way.namespace(),
                                    service.name(),
                                    place.environment().name()),
                    "let one service of the platform call the other with needs(calls(..))."));
        }
        return Syntax.isDnsLabel(way.namespace())
                ? Stream.empty()
                : Stream.of(error(
                        "network/namespace",
                        way.origin(),
                        "The namespace (%s) that service %s names must be %s."
                                .formatted(way.namespace(), service.name(), Syntax.DNS_LABEL_RULE),
                        "write it as the cluster has it."));
    }

    private static Stream<Problem> port(Service service, WithNamespace way) {
        int port = way.port().orElseThrow();
        return Syntax.isPort(port)
                ? Stream.empty()
                : Stream.of(error(
                        "network/namespace-port",
                        way.origin(),
                        "The port (%s) on which service %s reaches namespace %s must be 1 to 65535."
                                .formatted(port, service.name(), way.namespace()),
                        "name the port on which the pods listen: reachesIn(\"%s\", 8080).".formatted(way.namespace())));
    }

    private static Stream<Problem> listens(Service service, WithNamespace way) {
        return service.workload().listensOn().isPresent()
                ? Stream.empty()
                : Stream.of(error(
                        "network/called-without-port",
                        way.origin(),
                        "Service %s allows calls from namespace (%s), but answers on no port; it must be a server."
                                .formatted(service.name(), way.namespace()),
                        "remove the need, or give it a port with .port(8080)."));
    }
}
