package dev.slipway.ordering.laptop.door;

import dev.slipway.ordering.laptop.contract.Contract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service answers for a path: the one with the longest route that is the path or stands above it. */
final class Routes {
    private record Route(String path, String service) {}

    private final List<Route> routes;
    private final Map<String, Integer> ports;

    Routes(List<Contract> contracts, Map<String, Integer> ports) {
        this.ports = Map.copyOf(ports);
        routes = contracts.stream()
                .flatMap(contract -> contract.routes().stream().map(path -> new Route(path, contract.service())))
                .sorted(Comparator.comparingInt((Route route) -> route.path().length())
                        .reversed())
                .toList();
    }

    Optional<Integer> port(String path) {
        return routes.stream()
                .filter(route -> path.equals(route.path()) || path.startsWith(route.path() + "/"))
                .findFirst()
                .map(route -> ports.get(route.service()));
    }
}
