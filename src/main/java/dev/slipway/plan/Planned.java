package dev.slipway.plan;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import java.util.stream.Stream;

/** A choice that takes part in the plan: it can find problems with itself, or with what it is to serve. */
public interface Planned extends Choice {
    /** All that is wrong in this place, as far as this choice can tell. Never throws. */
    default Stream<Problem> check(Place place) {
        return Stream.empty();
    }
}
