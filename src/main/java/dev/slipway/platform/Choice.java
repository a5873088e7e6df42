package dev.slipway.platform;

/**
 * What an environment, or the whole platform, decides: the cluster, the provider of a kind of need, sizing, autoscaling.
 * Two choices of one {@link #kind()} are a problem.
 *
 * <pre>{@code
 * Environment.named("dev").with(eksAutoMode(), rdsPostgres(), SMALL)
 * }</pre>
 */
public interface Choice {
    /** Where in the user's program the choice was made. */
    Origin origin();

    /** What is chosen among: by default the choice's own class. Alternatives share one kind. */
    default Class<?> kind() {
        return getClass();
    }
}
