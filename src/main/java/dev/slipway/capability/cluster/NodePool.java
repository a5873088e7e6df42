package dev.slipway.capability.cluster;

/**
 * Nodes of one kind that Auto Mode adds where pods find no room, beside the built-in pools, which are on-demand and amd64.
 * Of several, the one declared first is tried first, and the built-in ones last.
 *
 * <pre>{@code
 * eksAutoMode().nodePool(NodePool.spot("stateless").arm64().cores(64))
 * }</pre>
 *
 * @param name of the pool: {@code stateless}
 * @param architecture what images have to be built for; for {@code arm64} too, as pods also run on the built-in pools
 * @param cores the most that all its nodes have together
 */
public record NodePool(String name, Capacity capacity, Architecture architecture, int cores) {
    /** Four of the largest nodes that the defaults of a platform ask for, and a limit to what a mistake costs. */
    public static final int DEFAULT_CORES = 32;

    /** How its nodes are paid for. */
    public enum Capacity {
        /** For as long as they run. */
        ON_DEMAND("on-demand"),
        /** At a third of the price or less, until AWS takes them back with two minutes' notice. */
        SPOT("spot");

        private final String value;

        Capacity(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    /** What their processors are. */
    public enum Architecture {
        AMD64("amd64"),
        /** Graviton: about a fifth cheaper for the same work. */
        ARM64("arm64");

        private final String value;

        Architecture(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    /** For what can be stopped at any time, as another replica goes on: {@code NodePool.spot("stateless")}. */
    public static NodePool spot(String name) {
        return new NodePool(name, Capacity.SPOT, Architecture.AMD64, DEFAULT_CORES);
    }

    /** For what should not be stopped: {@code NodePool.onDemand("steady")}. */
    public static NodePool onDemand(String name) {
        return new NodePool(name, Capacity.ON_DEMAND, Architecture.AMD64, DEFAULT_CORES);
    }

    /** On Graviton. */
    public NodePool arm64() {
        return new NodePool(name, capacity, Architecture.ARM64, cores);
    }

    /** The most cores that all its nodes have together. */
    public NodePool cores(int most) {
        return new NodePool(name, capacity, architecture, most);
    }
}
