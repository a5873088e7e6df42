package dev.slipway.capability.network;

import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** Opens connections to a host outside. */
public record Reaches(String host, int port, Origin origin) implements NetworkNeed {
    @Override
    public String describe() {
        return "reaches " + host + ":" + port;
    }

    @Override
    public List<Link> links() {
        return List.of(Link.reaches(new End.OfHost(host, port)));
    }
}
