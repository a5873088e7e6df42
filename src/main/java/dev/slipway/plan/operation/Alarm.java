package dev.slipway.plan.operation;

/**
 * When people should look at something.
 *
 * @param name a DNS label, unique in its environment: {@code database-storage}
 * @param threshold in the unit of the metric
 * @param minutes for how long it has to be crossed, without a break
 * @param meaning what is wrong then and what to do, in words for whoever is woken up
 */
public record Alarm(String name, Metric metric, Direction direction, double threshold, int minutes, String meaning) {
    /** On which side of the threshold something is wrong. */
    public enum Direction {
        ABOVE,
        BELOW
    }

    /** Where a metric is above a threshold. */
    public static Alarm above(String name, Metric metric, double threshold, int minutes, String meaning) {
        return new Alarm(name, metric, Direction.ABOVE, threshold, minutes, meaning);
    }

    /** Where a metric is below a threshold. */
    public static Alarm below(String name, Metric metric, double threshold, int minutes, String meaning) {
        return new Alarm(name, metric, Direction.BELOW, threshold, minutes, meaning);
    }
}
