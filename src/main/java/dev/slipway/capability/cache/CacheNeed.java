package dev.slipway.capability.cache;

import dev.slipway.platform.Declares;
import dev.slipway.platform.Need;
import dev.slipway.platform.Origin;

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
}
