package dev.slipway.review.cost.usage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much an environment is used, as far as its bill depends on that.
 *
 * <pre>{@code
 * Usage.usual().with(Assumption.NAT_GB, 500).with(Assumption.LOG_GB, 20)
 * }</pre>
 *
 * @param values those that are not usual
 * @param node what nodes of Auto Mode are taken to be
 */
public record Usage(Map<Assumption, BigDecimal> values, NodeType node) {
    public Usage {
        Map<Assumption, BigDecimal> copy = new EnumMap<>(Assumption.class);
        copy.putAll(values);
        values = Collections.unmodifiableMap(copy);
    }

    /** Little, as of something that has just been deployed. */
    public static Usage usual() {
        return new Usage(Map.of(), NodeType.USUAL);
    }

    public Usage with(Assumption assumption, long value) {
        return with(assumption, BigDecimal.valueOf(value));
    }

    public Usage with(Assumption assumption, BigDecimal value) {
        Map<Assumption, BigDecimal> more = new EnumMap<>(Assumption.class);
        more.putAll(values);
        more.put(assumption, value);
        return new Usage(more, node);
    }

    public Usage on(NodeType newNode) {
        return new Usage(values, newNode);
    }

    public BigDecimal of(Assumption assumption) {
        return values.getOrDefault(assumption, assumption.usual());
    }
}
