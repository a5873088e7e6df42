package dev.slipway.capability.cache;

import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Metric;
import dev.slipway.plan.operation.Metric.Statistic;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When somebody should look at the cache: https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.WhichShouldIMonitor.html. */
final class CacheAlarms {
    private static final int CPU_PERCENT = 80;
    private static final int MEMORY_PERCENT = 80;
    private static final int MINUTES = 15;
    private static final int SHARD_DIGITS = 4;
    private static final int NODE_DIGITS = 3;

    private CacheAlarms() {}

    /** For each node of a group, which ElastiCache counts from 001, and in cluster mode the shards from 0001. */
    static List<Alarm> of(String group, Optional<Integer> shards, int nodesAShard) {
        return IntStream.rangeClosed(1, shards.orElse(1))
                .mapToObj(shard -> shards.isPresent() ? "%s-".formatted(padded(shard, SHARD_DIGITS)) : "")
                .flatMap(shard ->
                        IntStream.rangeClosed(1, nodesAShard).mapToObj(node -> shard + padded(node, NODE_DIGITS)))
                .flatMap(node -> ofNode(node, group))
                .toList();
    }

    private static String padded(int number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(digits - text.length()) + text;
    }

    private static Stream<Alarm> ofNode(String node, String group) {
        String id = group + "-" + node;
        return Stream.of(
                Alarm.above(
                        "cache-cpu-" + node,
                        metric("EngineCPUUtilization", Statistic.AVERAGE, id),
                        CPU_PERCENT,
                        MINUTES,
                        "Node %s of the cache is over %s percent busy: look for slow commands, or choose a larger node type."
                                .formatted(id, CPU_PERCENT)),
                Alarm.above(
                        "cache-memory-" + node,
                        metric("DatabaseMemoryUsagePercentage", Statistic.MAXIMUM, id),
                        MEMORY_PERCENT,
                        MINUTES,
                        "Node %s of the cache is over %s percent full: let keys expire, or choose a larger node type."
                                .formatted(id, MEMORY_PERCENT)),
                Alarm.above(
                        "cache-evictions-" + node,
                        metric("Evictions", Statistic.SUM, id),
                        0,
                        MINUTES,
                        "Node %s of the cache throws away keys that have not expired: choose a larger node type."
                                .formatted(id)));
    }

    private static Metric metric(String name, Statistic statistic, String node) {
        return Metric.of("AWS/ElastiCache", name, statistic).on("CacheClusterId", node);
    }
}
