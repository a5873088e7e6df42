package dev.slipway.plan.operation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A metric in CloudWatch, of something whose name is planned.
 *
 * @param namespace such as {@code AWS/RDS}
 * @param dimensions what tells it from others of its name
 */
public record Metric(String namespace, String name, Statistic statistic, SortedMap<String, String> dimensions) {
    /** What is taken of the values of a minute. */
    public enum Statistic {
        AVERAGE("Average"),
        MAXIMUM("Maximum"),
        MINIMUM("Minimum"),
        SUM("Sum");

        private final String word;

        Statistic(String word) {
            this.word = word;
        }

        /** As CloudWatch writes it. */
        public String word() {
            return word;
        }
    }

    public Metric {
        dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }

    /** {@code Metric.of("AWS/RDS", "CPUUtilization", AVERAGE).on("DBInstanceIdentifier", "ordering-prod")}. */
    public static Metric of(String namespace, String name, Statistic statistic) {
        return new Metric(namespace, name, statistic, new TreeMap<>());
    }

    /** One dimension more. */
    public Metric on(String dimension, String value) {
        SortedMap<String, String> more = new TreeMap<>(dimensions);
        more.put(dimension, value);
        return new Metric(namespace, name, statistic, more);
    }
}
