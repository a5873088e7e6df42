package dev.slipway.review.cost.meter;

import static dev.slipway.review.cost.meter.Quantity.assumed;
import static dev.slipway.review.cost.meter.Quantity.fixed;
import static dev.slipway.review.cost.meter.Quantity.hours;

import dev.slipway.review.Resource;
import dev.slipway.review.cost.usage.Assumption;
import dev.slipway.review.cost.usage.Usage;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Amazon RDS and Aurora: https://aws.amazon.com/rds/pricing/. */
final class DatabaseMeters {
    private static final String AURORA = "aurora";
    private static final String SERVERLESS = "db.serverless";
    private static final String SCALING = "ServerlessV2ScalingConfiguration.";

    private static final Pattern LARGE = Pattern.compile("db\\..*\\.(?<times>\\d*)xlarge");

    /** https://aws.amazon.com/rds/proxy/pricing/. */
    private static final long LEAST_CORES = 2;

    /** https://aws.amazon.com/rds/instance-types/. */
    private static final long CORES_OF_XLARGE = 4;

    private DatabaseMeters() {}

    static void addTo(Map<String, Meter> meters) {
        meters.put("AWS::RDS::DBInstance", DatabaseMeters::instance);
        meters.put("AWS::RDS::DBCluster", DatabaseMeters::cluster);
        meters.put("AWS::RDS::DBProxy", DatabaseMeters::proxy);
    }

    private static Stream<Quantity> instance(Resource resource, Usage usage) {
        String engine = resource.property("Engine").text();
        String type = resource.property("DBInstanceClass").text();
        if (engine.startsWith(AURORA)) {
            return type.equals(SERVERLESS)
                    ? serverless(resource, usage)
                    : Stream.of(hours("rds/" + engine + "/" + type, 1));
        }
        String zones = resource.property("MultiAZ").isTrue() ? "/multi-az" : "";
        String volume = resource.property("StorageType").text();
        String size = resource.property("AllocatedStorage").text();
        Quantity storage = size.matches("\\d{1,9}")
                ? fixed("rds/" + (volume.isEmpty() ? "gp2" : volume) + zones, new BigDecimal(size), "GB-month")
                : fixed("rds/storage-of-unknown-size", BigDecimal.ONE, "GB-month");
        return Stream.of(
                hours("rds/" + engine + "/" + type + zones, 1),
                storage,
                assumed("rds/backup", usage.of(Assumption.BACKUP_GB), "GB-month", Assumption.BACKUP_GB));
    }

    /** Each instance of a serverless cluster is at its minimum at least; what it uses above is assumed. */
    private static Stream<Quantity> serverless(Resource instance, Usage usage) {
        BigDecimal least = instance.template().resources("AWS::RDS::DBCluster").stream()
                .map(cluster -> cluster.property(SCALING + "MinCapacity").text())
                .filter(text -> !text.isEmpty())
                .map(BigDecimal::new)
                .findFirst()
                .orElse(BigDecimal.ZERO);
        BigDecimal above = usage.of(Assumption.AURORA_UNITS).subtract(least).max(BigDecimal.ZERO);
        return Stream.of(
                        fixed("rds/aurora-capacity", least.multiply(Quantity.HOURS), "ACU-hour"),
                        assumed(
                                "rds/aurora-capacity",
                                above.multiply(Quantity.HOURS),
                                "ACU-hour",
                                Assumption.AURORA_UNITS))
                .filter(quantity -> quantity.amount().signum() > 0);
    }

    private static Stream<Quantity> cluster(Resource resource, Usage usage) {
        return Stream.of(
                assumed("rds/aurora-storage", usage.of(Assumption.AURORA_GB), "GB-month", Assumption.AURORA_GB),
                assumed("rds/aurora-io", usage.of(Assumption.AURORA_MILLIONS), "million", Assumption.AURORA_MILLIONS));
    }

    /** A proxy is paid for by the cores of the database behind it, of which it counts two at least. */
    private static Stream<Quantity> proxy(Resource resource, Usage usage) {
        long cores = resource.template().resources("AWS::RDS::DBInstance").stream()
                .map(instance -> instance.property("DBInstanceClass").text())
                .mapToLong(DatabaseMeters::cores)
                .findFirst()
                .orElse(LEAST_CORES);
        return Stream.of(fixed("rds/proxy", Quantity.HOURS.multiply(BigDecimal.valueOf(cores)), "vCPU-hour"));
    }

    private static long cores(String type) {
        Matcher matcher = LARGE.matcher(type);
        if (!matcher.matches()) {
            return LEAST_CORES;
        }
        String times = matcher.group("times");
        return times.isEmpty() ? CORES_OF_XLARGE : CORES_OF_XLARGE * Long.parseLong(times);
    }
}
