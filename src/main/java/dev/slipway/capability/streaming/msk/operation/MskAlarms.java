package dev.slipway.capability.streaming.msk.operation;

import dev.slipway.plan.Place;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Metric;
import dev.slipway.plan.operation.Metric.Statistic;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** When somebody should look at MSK: https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html. */
public final class MskAlarms {
    /** Storage grows by itself from 60; where it is this full, it has reached its limit or cannot follow. */
    private static final int DISK_PERCENT = 85;

    private static final int DISK_MINUTES = 15;
    private static final int CLUSTER_MINUTES = 5;

    private MskAlarms() {}

    /** Of a cluster with so many brokers. */
    public static List<Alarm> of(Place place, int brokers) {
        Stream<Alarm> disks = IntStream.rangeClosed(1, brokers)
                .mapToObj(broker -> Alarm.above(
                        "streaming-storage-" + broker,
                        metric("KafkaDataLogsDiskUsed", place).on("Broker ID", String.valueOf(broker)),
                        DISK_PERCENT,
                        DISK_MINUTES,
                        "The disk of broker %s is over %s percent full: raise its storage, or shorten the retention of topics."
                                .formatted(broker, DISK_PERCENT)));
        Alarm offline = Alarm.above(
                "streaming-offline-partitions",
                metric("OfflinePartitionsCount", place),
                0,
                CLUSTER_MINUTES,
                "Partitions have no leader, so events of their topics are neither taken nor given: see the state of the brokers.");
        Alarm controller = Alarm.below(
                "streaming-controller",
                metric("ActiveControllerCount", place),
                1,
                CLUSTER_MINUTES,
                "No controller is active, so no partition gets another leader: see the state of the cluster.");
        return Stream.concat(disks, Stream.of(offline, controller)).toList();
    }

    private static Metric metric(String name, Place place) {
        return Metric.of("AWS/Kafka", name, Statistic.MAXIMUM)
                .on("Cluster Name", place.names().environmentWide());
    }
}
