package dev.slipway.capability.network;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import java.util.OptionalInt;

/**
 * The connections that a service can ask for. What it does not ask for is refused by its network policy.
 *
 * <pre>{@code
 * Service.java("payment").needs(reaches("api.payments.example.com", 443))
 * }</pre>
 */
@Declares
public final class Connections {
    private static final int HTTPS = 443;

    private Connections() {}

    /** Requests to another service of the platform. Events couple services less: see {@code publishes}. */
    public static Calls calls(Service service) {
        return calls(service.name());
    }

    /** Requests to another service of the platform, by name. */
    public static Calls calls(String service) {
        return new Calls(service, Origin.here());
    }

    /** Connections to a port of a host outside. */
    public static Reaches reaches(String host, int port) {
        return new Reaches(host, port, Origin.here());
    }

    /** HTTPS requests to a host outside. */
    public static Reaches reaches(String host) {
        return new Reaches(host, HTTPS, Origin.here());
    }

    /**
     * Calls from pods of another namespace, which nothing else lets in: {@code allowsFrom("reporting")}. Their own policies
     * must let them out.
     */
    public static WithNamespace allowsFrom(String namespace) {
        return new WithNamespace(namespace, OptionalInt.empty(), Origin.here());
    }

    /**
     * Connections to pods of another namespace on the port on which they listen, whatever port their Service has:
     * {@code reachesIn("reporting", 8080)}.
     */
    public static WithNamespace reachesIn(String namespace, int port) {
        return new WithNamespace(namespace, OptionalInt.of(port), Origin.here());
    }
}
