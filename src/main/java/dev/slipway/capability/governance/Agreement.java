package dev.slipway.capability.governance;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.Cluster;
import dev.slipway.plan.Place;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What environments of one account and region must choose alike, as they share stacks there. */
final class Agreement {
    private Agreement() {}

    /** At most one problem: with the first environment that chooses otherwise, told by the later of the two. */
    static Stream<Problem> check(Place place, Choice choice, String rule, String what, String value) {
        List<Environment> all = place.platform().environments();
        return all.stream()
                .filter(other -> Optional.of(place.target()).equals(targetOf(other, place)))
                .filter(other -> Cluster.chosenBy(other, place.platform())
                        .map(Cluster::isOnAws)
                        .orElse(true))
                .filter(other -> {
                    Optional<Choice> chosen = chosenBy(other, place, choice.kind());
                    boolean isEarlier = all.indexOf(other) < all.indexOf(place.environment());
                    return chosen.isEmpty() || (isEarlier && !chosen.get().equals(choice));
                })
                .limit(1)
                .map(other -> error(
                        rule,
                        choice.origin(),
                        "The %s (%s) of environment %s is not that of environment %s, with which it shares stacks in account %s and region %s; they must have the same."
                                .formatted(
                                        what,
                                        value,
                                        place.environment().name(),
                                        other.name(),
                                        place.target().account(),
                                        place.target().region()),
                        "choose it for the platform, with Platform.named(..).with(..)."));
    }

    /** Where the model does not place an environment, it goes where the others do that it does not place. */
    private static Optional<Target> targetOf(Environment other, Place place) {
        return place.environment().target().isEmpty() && other.target().isEmpty()
                ? Optional.of(place.target())
                : other.target();
    }

    private static Optional<Choice> chosenBy(Environment other, Place place, Class<?> kind) {
        return Stream.concat(other.choices().stream(), place.platform().choices().stream())
                .filter(choice -> choice.kind().equals(kind))
                .findFirst();
    }
}
