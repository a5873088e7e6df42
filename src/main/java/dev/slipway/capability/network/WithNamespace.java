package dev.slipway.capability.network;

import dev.slipway.platform.Origin;
import java.util.OptionalInt;

/**
 * A way between the service and the pods of another namespace of the cluster.
 *
 * @param port on which the other pods listen, where the service calls them; without one, they call the service
 */
public record WithNamespace(String namespace, OptionalInt port, Origin origin) implements NetworkNeed {
    @Override
    public String describe() {
        return port.isPresent()
                ? "reaches namespace %s on port %s".formatted(namespace, port.getAsInt())
                : "allows calls from namespace " + namespace;
    }
}
