package dev.slipway.capability.network;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** Sends requests to another service of the platform. */
public record Calls(String service, Origin origin) implements NetworkNeed {
    @Override
    public String describe() {
        return "calls " + service;
    }

    @Override
    public List<Link> links() {
        return List.of(Link.calls(new End.OfService(service)));
    }
}
