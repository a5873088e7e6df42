package dev.slipway.plan;

import dev.slipway.platform.Choice;
import java.util.List;

/** The choices that an environment gets where neither it nor its platform makes one of the same kind. */
public interface Completion {
    /** Whatever else is chosen, by whether its cluster is on AWS; one of each kind. */
    List<Choice> defaults(boolean isOnAws);

    /** By what is chosen in a place. */
    default List<? extends Choice> impliedBy(Place place) {
        return List.of();
    }

    /** By what the services of an environment have become. */
    default List<? extends Choice> neededBy(EnvironmentPlan plan) {
        return List.of();
    }
}
