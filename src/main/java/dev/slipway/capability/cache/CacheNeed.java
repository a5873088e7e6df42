package dev.slipway.capability.cache;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;
import dev.slipway.platform.topology.End;
import dev.slipway.platform.topology.Link;
import java.util.List;

/** A cache that speaks the Redis protocol, with keys of the service's own. */
@Declares
public record CacheNeed(Origin origin) implements Need {
    /** {@code Service.java("store").needs(cache())}. */
    public static CacheNeed cache() {
        return new CacheNeed(Origin.here());
    }

    @Override
    public String describe() {
        return "cache";
    }

    @Override
    public List<Link> links() {
        return List.of(Link.uses(End.OfStore.own(describe())));
    }
}
