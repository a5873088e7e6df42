package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Sizing;
import java.util.stream.Stream;

/** What can be wrong with the numbers that hold in an environment, whoever chose them. */
public final class SizingChecks {
    private SizingChecks() {}

    /** All problems of a size by itself. */
    public static Stream<Problem> of(Environment environment, Sizing sizing) {
        Stream.Builder<Problem> problems = Stream.builder();
        String name = environment.name();
        boolean isConstant = sizing.origin().line() == 0;
        Origin origin = isConstant ? environment.origin() : sizing.origin();
        if (sizing.replicas() < 1) {
            problems.add(error(
                    "sizing/replicas",
                    origin,
                    "The replicas (%s) in environment %s must be 1 or more.".formatted(sizing.replicas(), name),
                    "choose a sizing with replicas(1)."));
        }
        if (exceeds(sizing)) {
            problems.add(error(
                    "sizing/limits",
                    origin,
                    "The requests (%sm CPU, %sMi) in environment %s must be positive and within the limits (%sm, %sMi)."
                            .formatted(
                                    sizing.requests().milliCpu(),
                                    sizing.requests().mebibytes(),
                                    name,
                                    sizing.limits().milliCpu(),
                                    sizing.limits().mebibytes()),
                    "raise the limits or lower the requests."));
        }
        return problems.build();
    }

    /** All problems of autoscaling from a size. */
    public static Stream<Problem> of(Environment environment, Sizing sizing, Autoscaling scaling) {
        Stream.Builder<Problem> problems = Stream.builder();
        String name = environment.name();
        if (scaling.min() < 1 || scaling.max() < scaling.min()) {
            problems.add(error(
                    "autoscaling/bounds",
                    scaling.origin(),
                    "The bounds (%s to %s) of autoscaling in environment %s must be 1 or more, the lower first."
                            .formatted(scaling.min(), scaling.max(), name),
                    "write them as autoscale(2, 5)."));
        } else if (sizing.replicas() > scaling.max()) {
            problems.add(error(
                    "autoscaling/replicas",
                    scaling.origin(),
                    "The replicas (%s) in environment %s must not be above the maximum (%s) of its autoscaling."
                            .formatted(sizing.replicas(), name, scaling.max()),
                    "raise the maximum or choose a smaller sizing."));
        }
        if (!isPercent(scaling.cpuPercent()) || !isPercent(scaling.memoryPercent())) {
            problems.add(error(
                    "autoscaling/targets",
                    scaling.origin(),
                    "The targets (%s %% CPU, %s %% memory) of autoscaling in environment %s must be 1 to 100 percent."
                            .formatted(scaling.cpuPercent(), scaling.memoryPercent(), name),
                    "write them as targets(70, 85)."));
        }
        return problems.build();
    }

    private static boolean exceeds(Sizing sizing) {
        return sizing.requests().milliCpu() < 1
                || sizing.requests().mebibytes() < 1
                || sizing.requests().milliCpu() > sizing.limits().milliCpu()
                || sizing.requests().mebibytes() > sizing.limits().mebibytes();
    }

    private static boolean isPercent(int number) {
        return number >= 1 && number <= 100;
    }
}
