package dev.slipway.capability.network;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;
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

    @Override
    public List<Link> links() {
        End.OfNamespace other = new End.OfNamespace(namespace, port);
        return List.of(port.isPresent() ? Link.reaches(other) : Link.calledFrom(other));
    }
}
