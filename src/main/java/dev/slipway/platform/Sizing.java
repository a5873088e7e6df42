package dev.slipway.platform;

/**
 * How many replicas of each service run, and what a container may use.
 *
 * @param requests what the scheduler reserves for each container
 * @param limits what a container is held to
 */
@Declares
public record Sizing(int replicas, Resources requests, Resources limits, Origin origin) implements Choice {
    /**
     * What a container uses.
     *
     * @param milliCpu thousandths of a core
     * @param mebibytes memory in MiB
     */
    public record Resources(int milliCpu, int mebibytes) {}

    /** For development. */
    public static final Sizing SMALL = fixed(1, new Resources(100, 128), new Resources(500, 512));

    /** For an environment that stands in for production. */
    public static final Sizing MEDIUM = fixed(2, new Resources(200, 256), new Resources(1000, 1024));

    /** For production. */
    public static final Sizing LARGE = fixed(3, new Resources(500, 512), new Resources(2000, 2048));

    private static Sizing fixed(int replicas, Resources requests, Resources limits) {
        return new Sizing(replicas, requests, limits, Origin.unknown());
    }

    /** A size of one's own: {@code sized(2, new Resources(250, 512), new Resources(1000, 1024))}. */
    public static Sizing sized(int replicas, Resources requests, Resources limits) {
        return new Sizing(replicas, requests, limits, Origin.here());
    }

    /** The same size with another number of replicas. */
    public Sizing replicas(int number) {
        return new Sizing(number, requests, limits, Origin.here());
    }
}
