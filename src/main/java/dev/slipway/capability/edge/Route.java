package dev.slipway.capability.edge;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/**
 * A path below which a service answers requests from the internet: {@code route("/api/orders")}.
 *
 * @param path starts with a slash and has none at its end, save {@code /} itself
 */
@Declares
public record Route(String path, Origin origin) implements Need {
    public static Route route(String path) {
        return new Route(path, Origin.here());
    }

    @Override
    public String describe() {
        return "route " + path;
    }

    @Override
    public List<Link> links() {
        return List.of(Link.routes(new End.OfRoute(path)));
    }
}
