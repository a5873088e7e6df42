package dev.slipway.review.cost.meter;

import static dev.slipway.review.cost.meter.Quantity.assumed;
import static dev.slipway.review.cost.meter.Quantity.fixed;
import static dev.slipway.review.cost.meter.Quantity.hours;

import dev.slipway.review.Resource;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;

/** Amazon ElastiCache: https://aws.amazon.com/elasticache/pricing/. */
final class CacheMeters {
    /** GB that are paid for at least: a tenth of one for Valkey, one for Redis. */
    private static final BigDecimal LEAST_VALKEY = new BigDecimal("0.1");

    private static final BigDecimal LEAST = BigDecimal.ONE;

    private CacheMeters() {}

    static void addTo(Map<String, Meter> meters) {
        meters.put("AWS::ElastiCache::ReplicationGroup", CacheMeters::nodes);
        meters.put("AWS::ElastiCache::ServerlessCache", CacheMeters::serverless);
    }

    private static Stream<Quantity> nodes(Resource resource, Usage usage) {
        long shards = resource.property("NumNodeGroups").number().orElse(1L);
        long replicas = resource.property("ReplicasPerNodeGroup").number().orElse(0L);
        long nodes = resource.property("NumCacheClusters").number().orElse(shards * (1 + replicas));
        String item = "cache/%s/%s"
                .formatted(
                        resource.property("Engine").text(),
                        resource.property("CacheNodeType").text());
        return Stream.of(hours(item, nodes));
    }

    private static Stream<Quantity> serverless(Resource resource, Usage usage) {
        String engine = resource.property("Engine").text();
        BigDecimal least = engine.equals("valkey") ? LEAST_VALKEY : LEAST;
        BigDecimal above = usage.of(Assumption.CACHE_GB).subtract(least).max(BigDecimal.ZERO);
        String item = "cache/%s/serverless".formatted(engine);
        return Stream.of(
                fixed(item + "-storage", least.multiply(Quantity.HOURS), "GB-hour"),
                assumed(item + "-storage", above.multiply(Quantity.HOURS), "GB-hour", Assumption.CACHE_GB),
                assumed(item + "-requests", usage.of(Assumption.CACHE_MILLIONS), "million", Assumption.CACHE_MILLIONS));
    }
}
