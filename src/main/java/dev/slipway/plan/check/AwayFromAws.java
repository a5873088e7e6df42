package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.binding.AwsOnly;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Target;
import java.util.stream.Stream;

/** What an environment must leave out whose cluster is not on AWS. */
public final class AwayFromAws {
    private AwayFromAws() {}

    /** What is wrong with an environment on a cluster that is not on AWS. */
    public static Stream<Problem> of(Environment environment, Choice cluster) {
        String name = cluster.getClass().getSimpleName();
        return Stream.concat(
                environment.choices().stream()
                        .filter(AwsOnly.class::isInstance)
                        .map(choice -> choice(environment, choice, name)),
                environment.target().stream().map(target -> target(environment, target, name)));
    }

    private static Problem choice(Environment environment, Choice choice, String cluster) {
        return error(
                "environment/aws-only",
                choice.origin(),
                "Environment %s chooses what only AWS has (%s), and its cluster (%s) is not there; each of its choices must do without AWS."
                        .formatted(environment.name(), choice.getClass().getSimpleName(), cluster),
                "choose what runs in the cluster instead, or a cluster on AWS, such as eksAutoMode().");
    }

    private static Problem target(Environment environment, Target target, String cluster) {
        return error(
                "environment/no-account",
                environment.origin(),
                "The account (%s) and region (%s) of environment %s are of no use, as its cluster (%s) is not on AWS; it must have neither."
                        .formatted(target.account(), target.region(), environment.name(), cluster),
                "leave out in(..), or choose a cluster on AWS, such as eksAutoMode().");
    }
}
