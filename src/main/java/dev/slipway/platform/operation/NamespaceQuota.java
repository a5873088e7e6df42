package dev.slipway.platform.operation;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Sizing.Resources;
import java.util.Optional;

/**
 * What all pods of an environment's namespace may use together. Where nobody chooses, it is what they use when every service
 * runs at its maximum in the middle of a rollout.
 *
 * <pre>{@code
 * Environment.named("dev").with(quota(40, new Resources(8_000, 16_384), new Resources(24_000, 32_768)))
 * }</pre>
 *
 * @param bounds empty where there is no quota at all
 */
@Declares
public record NamespaceQuota(Optional<Bounds> bounds, Origin origin) implements Choice {
    /**
     * The most that there may be at a time.
     *
     * @param pods that have not ended
     * @param requests of all their containers
     * @param limits of all their containers
     */
    public record Bounds(int pods, Resources requests, Resources limits) {}

    /** At most so many pods, which request so much and are held to so much. */
    public static NamespaceQuota quota(int pods, Resources requests, Resources limits) {
        return new NamespaceQuota(Optional.of(new Bounds(pods, requests, limits)), Origin.here());
    }

    /** Without any: where somebody else looks after the namespace, or puts pods of their own there. */
    public static NamespaceQuota withoutQuota() {
        return new NamespaceQuota(Optional.empty(), Origin.here());
    }
}
