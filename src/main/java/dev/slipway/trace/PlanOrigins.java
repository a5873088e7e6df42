package dev.slipway.trace;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Origin;
import dev.slipway.review.InstalledChart;
import dev.slipway.review.Manifest;
import dev.slipway.review.Origins;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import java.util.Optional;

/**
 * Where in the user's program the things of a snapshot were declared, and because of what they are there.
 *
 * <pre>{@code
 * Synthesis synthesis = rendered.tracedBy(snapshot -> PlanOrigins.of(plan, snapshot));
 * }</pre>
 */
public final class PlanOrigins implements Origins {
    private final Plan plan;
    private final Trace trace;

    private PlanOrigins(Plan plan, Trace trace) {
        this.plan = plan;
        this.trace = trace;
    }

    /** Of a plan and what it was rendered to. */
    public static Origins of(Plan plan, Synthesis synthesis) {
        return new PlanOrigins(plan, Trace.of(plan, synthesis));
    }

    @Override
    public Optional<String> of(Manifest manifest) {
        return trace.of(manifest).flatMap(PlanOrigins::text).or(() -> ofEnvironment(manifest.environment()));
    }

    @Override
    public Optional<String> of(Resource resource) {
        return trace.of(resource)
                .flatMap(PlanOrigins::text)
                .or(() -> ofEnvironment(resource.template().stage()));
    }

    @Override
    public Optional<String> of(InstalledChart chart) {
        return trace.of(chart).flatMap(PlanOrigins::text).or(() -> ofEnvironment(chart.environment()));
    }

    @Override
    public Optional<String> ofEnvironment(String environment) {
        return plan.environments().stream()
                .filter(each -> each.name().equals(environment))
                .findFirst()
                .map(EnvironmentPlan::environment)
                .map(each -> each.origin())
                .filter(PlanOrigins::isKnown)
                .map(Origin::toString);
    }

    @Override
    public Optional<String> ofVariable(Manifest workload, String variable) {
        return trace.ofVariable(workload.environment(), workload.name(), variable)
                .flatMap(PlanOrigins::text)
                .or(() -> of(workload));
    }

    /** {@code OrderingServices.java:61 (order: postgres)}. */
    private static Optional<String> text(Cause cause) {
        return Optional.of(cause).filter(known -> isKnown(known.origin())).map(known -> "%s (%s)"
                .formatted(known.origin(), known.declared()));
    }

    private static boolean isKnown(Origin origin) {
        return origin.line() > 0;
    }
}
