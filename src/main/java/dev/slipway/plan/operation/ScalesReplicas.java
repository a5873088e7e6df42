package dev.slipway.plan.operation;

import dev.slipway.plan.Place;
import dev.slipway.platform.Service;

/**
 * The face of a choice that scales the replicas of some services by itself. Two autoscalers of one workload fight over its
 * number, so these services get no other.
 *
 * <pre>{@code
 * public boolean scales(Service service) {
 *     return !service.needs(QueueNeed.class).isEmpty();
 * }
 * }</pre>
 */
public interface ScalesReplicas {
    /** Whether the replicas of a service are its own to decide. */
    boolean scales(Service service);

    /** Whether it decides by what the containers use too, beside by what it is for. */
    boolean readsResourcesOf(Service service);

    /** Whether some choice of a place scales a service, so that nobody else may. */
    static boolean anyScales(Place place, Service service) {
        return place.choices().stream()
                .anyMatch(choice -> choice instanceof ScalesReplicas scaler && scaler.scales(service));
    }
}
