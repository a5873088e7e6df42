package dev.slipway.plan.addon;

/**
 * How a chart of an add-on is to differ from what it is by default.
 *
 * <pre>{@code
 * keda().with(version("2.20.3"), value("operator.replicaCount", 3))
 * }</pre>
 */
public sealed interface ChartChange {
    /** Another version of the chart. */
    record Version(String version) implements ChartChange {}

    /** Another value, by its path. */
    record Value(String path, Object value) implements ChartChange {}

    static ChartChange version(String version) {
        return new Version(version);
    }

    /** A value by its path, as {@link HelmChart#value} takes it. */
    static ChartChange value(String path, Object value) {
        return new Value(path, Values.copy(value));
    }
}
