package dev.slipway.capability.network;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Provider;
import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.check.Nearest;
import dev.slipway.plan.check.Syntax;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Connections between pods by the names of Kubernetes Services, and from pods to hosts outside; a service finds one that
 * it calls in {@code <SERVICE>_URL}.
 *
 * <pre>{@code
 * Environment.named("dev").with(podNetwork())
 * }</pre>
 */
@Declares
public record PodNetwork(Origin origin) implements Provider<NetworkNeed> {
    public static PodNetwork podNetwork() {
        return new PodNetwork(Origin.here());
    }

    @Override
    public Class<NetworkNeed> meets() {
        return NetworkNeed.class;
    }

    @Override
    public Binding bind(Claim<? extends NetworkNeed> claim, Place place) {
        if (claim.need() instanceof Calls calls) {
            return call(calls, place);
        }
        if (claim.need() instanceof WithNamespace way) {
            return Namespaces.edges(claim.service(), way).map(Binding::ofEdges).reduce(Binding.NOTHING, Binding::and);
        }
        Reaches reaches = (Reaches) claim.need();
        return Binding.ofEdges(
                NetworkEdge.out(new Peer.OfHost(reaches.host()), reaches.port(), reaches.describe(), reaches.origin()));
    }

    private static Binding call(Calls calls, Place place) {
        String variable = calls.service().toUpperCase(Locale.ROOT).replace('-', '_') + "_URL";
        String url = "http://%s.%s.svc.cluster.local"
                .formatted(calls.service(), place.names().namespace());
        int port = place.service(calls.service())
                .orElseThrow()
                .workload()
                .listensOn()
                .orElseThrow();
        return Binding.ofVariables(Variable.plain(variable, url, calls.describe()))
                .and(Binding.ofEdges(
                        NetworkEdge.out(new Peer.OfService(calls.service()), port, calls.describe(), calls.origin())));
    }

    @Override
    public Stream<Problem> check(Place place) {
        return place.claims(NetworkNeed.class).stream().flatMap(claim -> check(claim, place));
    }

    private static Stream<Problem> check(Claim<NetworkNeed> claim, Place place) {
        if (claim.need() instanceof Calls calls) {
            return call(claim.service(), calls, place).stream();
        }
        return claim.need() instanceof Reaches reaches
                ? reach(claim.service(), reaches)
                : Namespaces.check(claim.service(), (WithNamespace) claim.need(), place);
    }

    private static Optional<Problem> call(Service caller, Calls calls, Place place) {
        if (calls.service().equals(caller.name())) {
            return Optional.of(error(
                    "network/calls-itself",
                    calls.origin(),
                    "Service %s calls itself (%s); it must call another.".formatted(caller.name(), calls.service()),
                    "remove the need."));
        }
        Optional<Service> callee = place.service(calls.service());
        if (callee.isEmpty()) {
            return Optional.of(unknown(caller, calls, place));
        }
        return callee.filter(service -> service.workload().listensOn().isEmpty())
                .map(service -> error(
                        "network/callee-without-port",
                        calls.origin(),
                        "Service %s calls one that answers on no port (%s); it must call a server."
                                .formatted(caller.name(), service.name()),
                        "give %s a port with .port(8080), or couple the two by a topic.".formatted(service.name())));
    }

    private static Problem unknown(Service caller, Calls calls, Place place) {
        List<String> others = place.platform().services().stream()
                .map(Service::name)
                .filter(name -> !name.equals(caller.name()))
                .toList();
        String fix = Nearest.to(calls.service(), others)
                .map("did you mean %s?"::formatted)
                .orElseGet(() -> "declare it, or call one of these: %s."
                        .formatted(others.stream().sorted().collect(Collectors.joining(", "))));
        return error(
                "network/unknown-service",
                calls.origin(),
                "Service %s calls one that the platform does not have (%s); it must be one of its services."
                        .formatted(caller.name(), calls.service()),
                fix);
    }

    private static Stream<Problem> reach(Service service, Reaches reaches) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!Syntax.isHost(reaches.host())) {
            problems.add(error(
                    "network/host",
                    reaches.origin(),
                    "The host (%s) that service %s reaches must be a full host name in lower case, without scheme or path."
                            .formatted(reaches.host(), service.name()),
                    "write it as reaches(\"api.example.com\", 443)."));
        }
        if (!Syntax.isPort(reaches.port())) {
            problems.add(error(
                    "network/port",
                    reaches.origin(),
                    "The port (%s) on which service %s reaches %s must be 1 to 65535."
                            .formatted(reaches.port(), service.name(), reaches.host()),
                    "write it as reaches(\"api.example.com\", 443)."));
        }
        return problems.build();
    }
}
