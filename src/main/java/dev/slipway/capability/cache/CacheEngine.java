package dev.slipway.capability.cache;

import java.util.Locale;

/**
 * What answers the Redis protocol. Versions: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/engine-versions.html,
 * 2026-11.
 */
public enum CacheEngine {
    /** The open continuation of Redis, which AWS prices lower. */
    VALKEY("8.2", "default.valkey8.cluster.on", false),

    /** Redis OSS, for clients that know nothing else. */
    REDIS("7.1", "default.redis7.cluster.on", true);

    private final String version;
    private final String clusterParameters;
    private final boolean asksForDefaultUser;

    CacheEngine(String version, String clusterParameters, boolean asksForDefaultUser) {
        this.version = version;
        this.clusterParameters = clusterParameters;
        this.asksForDefaultUser = asksForDefaultUser;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String version() {
        return version;
    }

    /** AWS's own parameter group for cluster mode. */
    String clusterParameters() {
        return clusterParameters;
    }

    /** Whether each user group must hold a user named {@code default}. */
    boolean asksForDefaultUser() {
        return asksForDefaultUser;
    }
}
