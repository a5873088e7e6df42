package dev.slipway.testing.failure;

import dev.slipway.review.workload.Scaling;
import java.util.Optional;

/** A workload has another number of replicas, or somebody else decides it. */
public final class ShouldScale {
    private ShouldScale() {}

    /** The failure: {@code 3 to 10 replicas, by an autoscaler}. */
    public static Failure shouldScale(String who, String expected, Scaling scaling, Optional<String> declared) {
        return Failure.expecting(who)
                .line("to have")
                .value(expected)
                .line("but it has")
                .value(scaling.toString())
                .declared(declared);
    }
}
