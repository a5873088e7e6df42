package dev.slipway.review.difference;

import dev.slipway.review.Synthesis;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands on one side of a comparison.
 *
 * @param name that a reader knows it by: {@code main (4f2c9e1)}
 * @param schemas of events, by file name; empty where they are not compared
 */
public record Side(String name, Synthesis synthesis, Map<String, String> schemas) {
    public Side {
        schemas = Collections.unmodifiableMap(new TreeMap<>(schemas));
    }

    /** One whose schemas are not looked at. */
    public static Side of(String name, Synthesis synthesis) {
        return new Side(name, synthesis, Map.of());
    }
}
