package dev.slipway.ordering.store.catalogue;

import dev.slipway.ordering.starter.cache.ServiceCache;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Products in the cache, each with the revision that it is of: a later one is never replaced by an earlier one. */
@Component
final class ProductCache {
    /** Longer than any request that read before the change can still be under way. */
    private static final Duration MARK = Duration.ofMinutes(1);

    private static final JsonMapper JSON = new JsonMapper();

    private final ServiceCache cache;
    private final Settings settings;

    /** For how long a product is cached, should the cache be told of no change. */
    @ConfigurationProperties("store")
    record Settings(Duration cachedFor) {}

    ProductCache(ServiceCache cache, Settings settings) {
        this.cache = cache;
        this.settings = settings;
    }

    Optional<ProductView> get(UUID id) {
        return cache.getVersioned(key(id)).map(json -> JSON.readValue(json, ProductView.class));
    }

    void put(Products.Seen seen) {
        cache.put(key(seen.view().id()), seen.revision(), JSON.writeValueAsString(seen.view()), settings.cachedFor());
    }

    /** False where the cache could not be told. */
    boolean outdate(UUID id, long revision) {
        return cache.outdate(key(id), revision, MARK);
    }

    private static String key(UUID id) {
        return "product:" + id;
    }
}
