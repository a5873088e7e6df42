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

/** Amazon MSK: https://aws.amazon.com/msk/pricing/. */
final class StreamingMeters {
    private static final String EXPRESS = "express.";

    private StreamingMeters() {}

    static void addTo(Map<String, Meter> meters) {
        meters.put("AWS::MSK::Cluster", StreamingMeters::cluster);
        meters.put("AWS::MSK::ServerlessCluster", StreamingMeters::serverless);
    }

    private static Stream<Quantity> cluster(Resource resource, Usage usage) {
        long brokers = resource.property("NumberOfBrokerNodes").number().orElse(0L);
        String type = resource.property("BrokerNodeGroupInfo.InstanceType").text();
        Quantity instances = hours("msk/" + type, brokers);
        if (type.startsWith(EXPRESS)) {
            return Stream.of(
                    instances,
                    assumed("msk/express-storage", usage.of(Assumption.KAFKA_GB), "GB-month", Assumption.KAFKA_GB),
                    assumed("msk/express-in", usage.of(Assumption.KAFKA_IN_GB), "GB", Assumption.KAFKA_IN_GB));
        }
        long each = resource.property("BrokerNodeGroupInfo.StorageInfo.EBSStorageInfo.VolumeSize")
                .number()
                .orElse(0L);
        return Stream.of(instances, fixed("msk/storage", BigDecimal.valueOf(each * brokers), "GB-month"));
    }

    private static Stream<Quantity> serverless(Resource resource, Usage usage) {
        return Stream.of(
                hours("msk/serverless", 1),
                assumed(
                        "msk/serverless-partition",
                        usage.of(Assumption.KAFKA_PARTITIONS).multiply(Quantity.HOURS),
                        "partition-hour",
                        Assumption.KAFKA_PARTITIONS),
                assumed("msk/serverless-storage", usage.of(Assumption.KAFKA_GB), "GB-month", Assumption.KAFKA_GB),
                assumed("msk/serverless-in", usage.of(Assumption.KAFKA_IN_GB), "GB", Assumption.KAFKA_IN_GB),
                assumed("msk/serverless-out", usage.of(Assumption.KAFKA_OUT_GB), "GB", Assumption.KAFKA_OUT_GB));
    }
}
