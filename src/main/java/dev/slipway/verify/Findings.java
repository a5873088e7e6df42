package dev.slipway.verify;

import java.util.ArrayList;
import java.util.List;

/** A {@link Verification} in the making. */
public final class Findings {
    private final List<Drift> drifts = new ArrayList<>();
    private final List<String> unasked = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int compared;

    public void drift(Drift drift) {
        drifts.add(drift);
    }

    /** Counts fields that were compared. */
    public void compared(int fields) {
        compared += fields;
    }

    public void unasked(String what) {
        unasked.add(what);
    }

    public void failure(String what) {
        failures.add(what);
    }

    public Verification done() {
        return new Verification(drifts, compared, unasked, failures);
    }
}
