package dev.slipway.capability.database.rds;

import dev.slipway.capability.database.engine.Engine;
import dev.slipway.plan.Place;
import dev.slipway.plan.operation.Alarm;
import dev.slipway.plan.operation.Metric;
import dev.slipway.plan.operation.Metric.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When somebody should look at an RDS instance: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html. */
public final class RdsAlarms {
    private static final int WHOLE = 100;
    private static final int CPU_PERCENT = 80;
    private static final int MINUTES = 15;
    private static final int FREE_PERCENT = 10;
    private static final long GIBIBYTE = 1L << 30;

    /** Bytes of memory for which PostgreSQL on RDS takes one connection, and the most that it takes. */
    private static final long BYTES_A_CONNECTION = 9_531_392;

    private static final long MOST_CONNECTIONS = 5000;

    /** RDS keeps part of the memory for itself, so that not all of them are there. */
    private static final int CONNECTION_PERCENT = 70;

    private static final Pattern CLASS = Pattern.compile("db\\.(?<family>[a-z]+)[0-9][a-z0-9]*\\.(?<size>[a-z0-9]+)");
    private static final Pattern LARGE = Pattern.compile("(?<times>[0-9]*)xlarge");
    private static final List<String> SMALL = List.of("micro", "small", "medium", "large");
    private static final int XLARGE_GIBIBYTES = 16;

    private RdsAlarms() {}

    /** Of the instance of an engine in a place. */
    public static List<Alarm> of(RdsEngine rds, RdsSettings settings, Place place) {
        Engine engine = rds.engine();
        String concern = engine.concern();
        String instance = DatabaseStack.identifier(engine, settings, place.names(), RdsStack.IDENTIFIER_LIMIT);
        List<Alarm> alarms = new ArrayList<>();
        alarms.add(Alarm.above(
                concern + "-cpu",
                metric("CPUUtilization", Statistic.AVERAGE, instance),
                CPU_PERCENT,
                MINUTES,
                "%s is over %s percent busy: look for slow queries in Performance Insights, or choose a larger class."
                        .formatted(engine.title(), CPU_PERCENT)));
        alarms.add(Alarm.below(
                concern + "-storage",
                metric("FreeStorageSpace", Statistic.MINIMUM, instance),
                (double) settings.storageGibibytes() * GIBIBYTE * FREE_PERCENT / WHOLE,
                MINUTES,
                "%s is nearly out of storage, and did not grow by itself: raise its storage."
                        .formatted(engine.title())));
        connections(rds, settings.instanceClass())
                .ifPresent(connections -> alarms.add(Alarm.above(
                        concern + "-connections",
                        metric("DatabaseConnections", Statistic.MAXIMUM, instance),
                        connections,
                        MINUTES,
                        "%s has few connections left: see whose pools are too large, or choose a larger class."
                                .formatted(engine.title()))));
        return alarms;
    }

    private static Metric metric(String name, Statistic statistic, String instance) {
        return Metric.of("AWS/RDS", name, statistic).on("DBInstanceIdentifier", instance);
    }

    /** Of those that RDS lets in unless told otherwise; unknown for Oracle, which counts processes. */
    private static Optional<Integer> connections(RdsEngine rds, String instanceClass) {
        return rds == RdsEngine.POSTGRES
                ? memory(instanceClass)
                        .map(gibibytes -> Math.min(MOST_CONNECTIONS, gibibytes * GIBIBYTE / BYTES_A_CONNECTION))
                        .map(most -> Math.toIntExact(most * CONNECTION_PERCENT / WHOLE))
                : Optional.empty();
    }

    /** GiB of a class, where its family is one whose sizes follow the usual steps. https://aws.amazon.com/rds/instance-types. */
    static Optional<Integer> memory(String instanceClass) {
        Matcher parts = CLASS.matcher(instanceClass);
        if (!parts.matches() || !List.of("t", "m", "r").contains(parts.group("family"))) {
            return Optional.empty();
        }
        int doubled = parts.group("family").equals("r") ? 2 : 1;
        Matcher large = LARGE.matcher(parts.group("size"));
        if (large.matches()) {
            int times = large.group("times").isEmpty() ? 1 : Integer.parseInt(large.group("times"));
            return Optional.of(XLARGE_GIBIBYTES * times * doubled);
        }
        int step = SMALL.indexOf(parts.group("size"));
        return step < 0 ? Optional.empty() : Optional.of((1 << step) * doubled);
    }
}
