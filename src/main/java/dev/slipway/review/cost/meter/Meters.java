package dev.slipway.review.cost.meter;

import dev.slipway.review.Resource;
import dev.slipway.review.cost.usage.Usage;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The types of resources that are paid for, and how.
 *
 * <pre>{@code
 * Meters.of(resource, Usage.usual())
 * }</pre>
 */
public final class Meters {
    private static final Map<String, Meter> METERS = new TreeMap<>();

    static {
        ComputeMeters.addTo(METERS);
        NetworkMeters.addTo(METERS);
        StreamingMeters.addTo(METERS);
        DatabaseMeters.addTo(METERS);
        CacheMeters.addTo(METERS);
        StorageMeters.addTo(METERS);
    }

    private Meters() {}

    /** What is paid for a resource, or none where nothing is known of its type. */
    public static Optional<Stream<Metered>> of(Resource resource, Usage usage) {
        return Optional.ofNullable(METERS.get(resource.type())).map(meter -> meter.of(resource, usage)
                .map(quantity -> new Metered(resource.id(), resource.template().path(), resource.type(), quantity)));
    }
}
