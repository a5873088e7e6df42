package dev.slipway.plan;

import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Platform;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A platform with everything decided: environments, and the problems that were found on the way.
 *
 * @param environments empty where there are errors
 * @param problems all of them, sorted by place in the user's program
 */
public record Plan(Platform platform, List<EnvironmentPlan> environments, List<Problem> problems) {
    public Plan {
        environments = List.copyOf(environments);
        SortedSet<Problem> sorted = new TreeSet<>(Problem.ORDER);
        sorted.addAll(problems);
        problems = List.copyOf(sorted);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /**
     * The plan itself, where it has no error.
     *
     * @throws InvalidPlatformException with every problem, where it has one
     */
    public Plan verify() {
        if (hasErrors()) {
            throw new InvalidPlatformException(platform.name(), problems);
        }
        return this;
    }
}
