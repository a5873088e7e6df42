package dev.slipway.plan;

import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Platform;
import java.util.List;

/**
 * A platform with everything decided: environments, and the problems that were found on the way.
 *
 * @param environments empty where there are errors
 * @param problems all of them, sorted by place in the user's program
 */
public record Plan(Platform platform, List<EnvironmentPlan> environments, List<Problem> problems) {
    public Plan {
        environments = List.copyOf(environments);
        problems = problems.stream().distinct().sorted(Problem.ORDER).toList();
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
