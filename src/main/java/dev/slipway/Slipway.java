package dev.slipway;

import dev.slipway.plan.Inputs;
import dev.slipway.plan.Plan;
import dev.slipway.plan.Planner;
import dev.slipway.plan.problem.InvalidPlatformException;
import dev.slipway.platform.Platform;
import dev.slipway.program.Program;
import dev.slipway.review.Synthesis;
import dev.slipway.trace.PlanOrigins;
import java.nio.file.Path;
import java.util.Map;

/**
 * The way in.
 *
 * <pre>{@code
 * public static void main(String... args) {
 *     Slipway.synthesize(ordering());                 // cdk.out/ and dist/
 * }
 * }</pre>
 */
public final class Slipway {
    private Slipway() {}

    /** The plan of a platform, with all its problems; nothing from outside the model is read. */
    public static Plan plan(Platform platform) {
        return plan(platform, Inputs.NONE);
    }

    /** The plan of a platform, with what was read from outside the model. */
    public static Plan plan(Platform platform, Inputs inputs) {
        return new Planner(new Defaults()).plan(platform, inputs);
    }

    /**
     * The plan of a platform with what is read beside it, as {@link #synthesize} plans it: account and region, digests of
     * images, and the day. What is wrong with these is among its problems.
     */
    public static Plan plan(Platform platform, Path folder) {
        return Invocation.in(folder).plan(platform);
    }

    /**
     * Everything that a plan renders to, as a snapshot; writes nothing that lasts.
     *
     * @throws InvalidPlatformException where the plan has an error
     */
    public static Synthesis render(Plan plan) {
        return Rendering.inMemory(plan.verify()).tracedBy(synthesis -> PlanOrigins.of(plan, synthesis));
    }

    /**
     * What a plan renders to on some planes, as a snapshot for tests, in less time than {@link #render(Plan)}: the CDK's own
     * validation of templates is left to that and to {@link #synthesize}.
     *
     * <pre>{@code
     * Synthesis manifests = Slipway.render(plan, Planes.KUBERNETES);
     * }</pre>
     *
     * @throws InvalidPlatformException where the plan has an error
     */
    public static Synthesis render(Plan plan, Planes planes) {
        return Rendering.inMemory(plan.verify(), planes).tracedBy(synthesis -> PlanOrigins.of(plan, synthesis));
    }

    /**
     * How the CDK behaves for Slipway, for an app of one's own that holds parts of a platform: the context that makes them
     * the same there.
     *
     * <pre>{@code
     * App app = new App(AppProps.builder().postCliContext(Slipway.cdkContext()).build());
     * }</pre>
     */
    public static Map<String, Object> cdkContext() {
        return CdkContext.values();
    }

    /**
     * Writes both planes of a platform below the working directory, {@code cdk.out/} and {@code dist/}, each replaced
     * whole or not at all, and prints a summary. Run by the CDK CLI it writes the AWS plane alone, to where the CLI
     * says; run by the cdk8s CLI the manifests alone.
     *
     * @throws InvalidPlatformException where the platform has an error; nothing is written then
     */
    public static void synthesize(Platform platform) {
        if (!Program.takes(platform)) {
            Invocation.current().run(platform);
        }
    }
}
