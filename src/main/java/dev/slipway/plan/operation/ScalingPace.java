package dev.slipway.plan.operation;

/** How fast replicas are added and taken away, by whatever autoscaler: up as by doubling, down one by one. */
public final class ScalingPace {
    /** Seconds. What the number is decided from: a lull shorter than this takes no replica away. */
    public static final int QUIET_BEFORE_LESS = 300;

    /** Seconds. A starting JVM is busy with itself for about as long: without a look back that alone calls for more. */
    public static final int LOAD_BEFORE_MORE = 30;

    /** Seconds between two steps. */
    public static final int STEP_PERIOD = 60;

    /** Percent of the replicas that are added in a step. */
    public static final int MOST_MORE_PERCENT = 100;

    /** Replicas that are taken away in a step: each change of a consumer's replicas stops its whole group for a moment. */
    public static final int MOST_LESS = 1;

    private ScalingPace() {}
}
