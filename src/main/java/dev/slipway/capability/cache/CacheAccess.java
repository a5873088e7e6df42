package dev.slipway.capability.cache;

import dev.slipway.platform.Service;

/**
 * What a service may do in a cache that it shares with others, whoever runs it: part of what each provider sets.
 *
 * <pre>{@code
 * "on " + CacheAccess.rules(service)        // on ~order:* resetchannels &order:* -@all +@all -@admin -@dangerous +info
 * }</pre>
 */
public final class CacheAccess {
    private CacheAccess() {}

    /** How the keys and channels of a service start. */
    public static String keyPrefix(Service service) {
        return service.name() + ":";
    }

    /** Rules of its user: keys and channels of its own. INFO counts as dangerous, and health checks of clients ask for it. */
    public static String rules(Service service) {
        String prefix = keyPrefix(service);
        return "~%s* resetchannels &%s* -@all +@all -@admin -@dangerous +info".formatted(prefix, prefix);
    }
}
