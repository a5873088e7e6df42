package dev.slipway.plan.addon;

import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.problem.Problem;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that is installed in the cluster of an environment from a pinned Helm chart, one of each class. It may have
 * further faces that contribute what it needs on AWS, or Kubernetes objects beside its chart.
 *
 * <pre>{@code
 * public record Headlamp(Origin origin) implements Addon {
 *     public String name() { return "headlamp"; }
 *     public HelmChart chart(Place place) {
 *         return HelmChart.of("https://kubernetes-sigs.github.io/headlamp", "headlamp", "0.45.0").value("replicaCount", 2);
 *     }
 * }
 * }</pre>
 */
public interface Addon extends Planned {
    /** What it is called in files, and what others look for: a DNS label, one of each in an environment. */
    String name();

    /** What is installed, with all its values. Called for any place, also one that has problems. */
    HelmChart chart(Place place);

    /** The kinds of add-ons that it builds on: they must be there, and are installed before it. */
    default List<Class<? extends Addon>> requires() {
        return List.of();
    }

    /** All that is wrong with having it in this place, beside what every add-on is checked for. Never throws. */
    default Stream<Problem> problems(Place place) {
        return Stream.empty();
    }

    /** What every add-on is checked for, and its own {@link #problems}; not to be overridden. */
    @Override
    default Stream<Problem> check(Place place) {
        return Stream.concat(AddonChecks.of(this, place), problems(place));
    }
}
