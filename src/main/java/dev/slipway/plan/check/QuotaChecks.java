package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Sizing.Resources;
import dev.slipway.platform.operation.NamespaceQuota;
import dev.slipway.platform.operation.NamespaceQuota.Bounds;
import java.util.List;
import java.util.stream.Stream;

/** Whether a quota leaves room for what an environment runs. */
public final class QuotaChecks {
    /** Pods that are alike, as many as there may be at a time. */
    public record Pods(int number, Resources requests, Resources limits) {}

    private QuotaChecks() {}

    /** What is wrong with a quota for these pods. */
    public static Stream<Problem> of(Environment environment, NamespaceQuota quota, List<Pods> pods) {
        return quota.bounds().stream().flatMap(bounds -> of(environment, quota, bounds, sum(pods)));
    }

    private static Stream<Problem> of(Environment environment, NamespaceQuota quota, Bounds bounds, Bounds needed) {
        boolean isEnough = needed.pods() <= bounds.pods()
                && isWithin(needed.requests(), bounds.requests())
                && isWithin(needed.limits(), bounds.limits());
        return isEnough
                ? Stream.empty()
                : Stream.of(error(
                        "sizing/quota",
                        quota.origin(),
                        "The quota (%s) of environment %s must be at least what its services use at their maximum while they are rolled out (%s)."
                                .formatted(describe(bounds), environment.name(), describe(needed)),
                        "raise it, or choose a smaller sizing or maximum; without quota(..) it is computed."));
    }

    private static boolean isWithin(Resources needed, Resources bounds) {
        return needed.milliCpu() <= bounds.milliCpu() && needed.mebibytes() <= bounds.mebibytes();
    }

    static Bounds sum(List<Pods> pods) {
        return pods.stream()
                .map(alike -> new Bounds(
                        alike.number(), times(alike.number(), alike.requests()), times(alike.number(), alike.limits())))
                .reduce(new Bounds(0, new Resources(0, 0), new Resources(0, 0)), QuotaChecks::plus);
    }

    private static Bounds plus(Bounds one, Bounds other) {
        return new Bounds(
                one.pods() + other.pods(), plus(one.requests(), other.requests()), plus(one.limits(), other.limits()));
    }

    private static Resources plus(Resources one, Resources other) {
        return new Resources(one.milliCpu() + other.milliCpu(), one.mebibytes() + other.mebibytes());
    }

    private static Resources times(int number, Resources resources) {
        return new Resources(number * resources.milliCpu(), number * resources.mebibytes());
    }

    private static String describe(Bounds bounds) {
        return "%s pods, requests %sm and %sMi, limits %sm and %sMi"
                .formatted(
                        bounds.pods(),
                        bounds.requests().milliCpu(),
                        bounds.requests().mebibytes(),
                        bounds.limits().milliCpu(),
                        bounds.limits().mebibytes());
    }
}
