package dev.slipway.capability.edge;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What can be wrong with declared routes, whoever leads them to services: part of what each provider checks.
 *
 * <pre>{@code
 * return Stream.concat(RouteChecks.of(place), ofTheController(place));
 * }</pre>
 */
public final class RouteChecks {
    /**
     * An ALB matches at most 128 characters, of which two are for what follows the path, and takes {@code *} and
     * {@code ?} for wildcards: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html.
     */
    private static final int MAX_LENGTH = 126;

    private static final Pattern PATH = Pattern.compile("/|(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)+");

    /** Where certificate authorities look whether a host is under one's control: RFC 8555, 8.3. */
    private static final String ACME = "/.well-known/acme-challenge";

    /** The folder above it: what is routed there would take challenges too. Of all folders above, only the root is left. */
    private static final String WELL_KNOWN = "/.well-known";

    private RouteChecks() {}

    public static Stream<Problem> of(Place place) {
        List<Claim<Route>> claims = place.claims(Route.class);
        if (claims.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(environment(place), claims.stream().flatMap(RouteChecks::itself), shared(place, claims))
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> environment(Place place) {
        Stream.Builder<Problem> problems = Stream.builder();
        Environment environment = place.environment();
        int routes = place.claims(Route.class).size();
        if (environment.hosts().isEmpty()) {
            problems.add(error(
                    "edge/no-host",
                    environment.origin(),
                    "Environment %s has no host for its routes (%s); where there are routes there must be one."
                            .formatted(environment.name(), routes),
                    "add .host(\"%s.shop.example.com\").".formatted(environment.name())));
        }
        return problems.build();
    }

    private static Stream<Problem> itself(Claim<Route> claim) {
        Stream.Builder<Problem> problems = Stream.builder();
        String path = claim.need().path();
        String service = claim.service().name();
        if (path.length() > MAX_LENGTH || !PATH.matcher(path).matches()) {
            problems.add(error(
                    "edge/path",
                    claim.origin(),
                    "The path (%s) of a route of service %s must be at most %s characters: a slash before each segment, none at the end, and segments of letters, digits and . _ ~ -."
                            .formatted(path, service, MAX_LENGTH),
                    "write it as route(\"/api/%s\"); what lies below it is routed too.".formatted(service)));
        } else if (path.equals(WELL_KNOWN) || path.equals(ACME) || path.startsWith(ACME + "/")) {
            problems.add(error(
                    "edge/acme-challenge",
                    claim.origin(),
                    "The path (%s) of a route of service %s must leave %s free, by which certificates are issued."
                            .formatted(path, service, ACME),
                    "choose another path, such as /.well-known/openid-configuration."));
        }
        if (claim.service().workload().listensOn().isEmpty()) {
            problems.add(error(
                    "edge/no-port",
                    claim.origin(),
                    "The route (%s) leads to service %s, which listens on no port; only a server can have routes."
                            .formatted(path, service),
                    "let it listen with .port(8080), or remove the route."));
        }
        return problems.build();
    }

    private static Stream<Problem> shared(Place place, List<Claim<Route>> claims) {
        Map<String, String> owners = new TreeMap<>();
        return claims.stream().flatMap(claim -> {
            String host = place.environment()
                    .hosts()
                    .map(hosts -> hosts.of(claim.service()))
                    .orElse("");
            String address = host + claim.need().path();
            String service = claim.service().name();
            String owner = Objects.requireNonNullElse(owners.putIfAbsent(address, service), service);
            return owner.equals(service) ? Stream.empty() : Stream.of(shared(claim, address, owner));
        });
    }

    private static Problem shared(Claim<Route> claim, String address, String owner) {
        return error(
                "edge/shared-path",
                claim.origin(),
                "The route (%s) of service %s is taken by service %s; each address leads to one service."
                        .formatted(address, claim.service().name(), owner),
                "choose another path for one of the two.");
    }
}
