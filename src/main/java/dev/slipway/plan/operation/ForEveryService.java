package dev.slipway.plan.operation;

import dev.slipway.plan.Place;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import java.util.List;

/**
 * The face of a choice that gives something to every service of an environment, whatever that needs.
 *
 * <pre>{@code
 * public List<Variable> variables(Service service, Place place) {
 *     return List.of(Variable.plain("TZ", "UTC", "time zone"));
 * }
 * }</pre>
 */
public interface ForEveryService {
    /** Variables of the service. One of the same name that it declares, or that a need binds, takes precedence. */
    default List<Variable> variables(Service service, Place place) {
        return List.of();
    }

    /** Ways on the network that the service's pods need for it. */
    default List<NetworkEdge> edges(Service service, Place place) {
        return List.of();
    }
}
