package dev.slipway.capability.edge;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;

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
}
