package dev.slipway.plan.operation;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.addon.Addons;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import java.util.stream.Stream;

/**
 * Lets the Vertical Pod Autoscaler watch what containers use. Where an autoscaler of replicas decides by CPU and memory it
 * recommends only, as the two would fight; elsewhere it sets what is requested, within the limits of the sizing.
 *
 * <pre>{@code
 * Environment.named("prod").with(verticalPodAutoscaler(), verticalAutoscaling())
 * }</pre>
 */
@Declares
public record VerticalAutoscaling(Origin origin) implements Planned {
    /** The name of the add-on that does it. */
    private static final String ADDON = "vertical-pod-autoscaler";

    public static VerticalAutoscaling verticalAutoscaling() {
        return new VerticalAutoscaling(Origin.here());
    }

    @Override
    public Stream<Problem> check(Place place) {
        return Addons.has(place, ADDON)
                ? Stream.empty()
                : Stream.of(
                        error(
                                "autoscaling/vertical",
                                origin,
                                "Environment %s scales vertically without the add-on that does it (%s); it must be in the cluster."
                                        .formatted(place.environment().name(), ADDON),
                                "choose verticalPodAutoscaler() as well, or preinstalled(verticalPodAutoscaler()) where somebody else installs it."));
    }
}
