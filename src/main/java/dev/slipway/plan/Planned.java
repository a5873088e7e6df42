package dev.slipway.plan;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Service;
import java.util.stream.Stream;

/** A choice that takes part in the plan: it can find problems with itself, or with what it is to serve. */
public interface Planned extends Choice {
    /** All that is wrong in this place, as far as this choice can tell. Never throws. */
    default Stream<Problem> check(Place place) {
        return Stream.empty();
    }

    /**
     * What every service gets because of this choice, whatever it needs. A variable that the service declares, or that a
     * need binds, takes precedence over one of the same name.
     *
     * <pre>{@code
     * public Binding bindEvery(Service service, Place place) {
     *     return Binding.ofVariables(Variable.plain("TZ", "UTC", "time zone"));
     * }
     * }</pre>
     */
    default Binding bindEvery(Service service, Place place) {
        return Binding.NOTHING;
    }
}
