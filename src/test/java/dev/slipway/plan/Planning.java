package dev.slipway.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import java.util.List;

/** Plans platforms that have one environment, and everything they need. */
final class Planning {
    private static final Environment DEV = Environment.named("dev").with(FakeCluster.cluster(), Answers.answers());

    private Planning() {}

    static Plan plan(Platform platform) {
        return new Planner(List.of()).plan(platform, Inputs.NONE);
    }

    static Plan plan(Environment environment, Service... services) {
        return plan(Platform.named("shop").services(services).environments(environment));
    }

    /** The environment of services on an environment that has all, and makes these choices more. */
    static EnvironmentPlan dev(List<Choice> choices, Service... services) {
        Plan plan = plan(DEV.with(choices.toArray(Choice[]::new)), services);
        assertThat(plan.problems()).isEmpty();
        return plan.environments().get(0);
    }

    /** The plan of the first of some services. */
    static ServicePlan first(Service... services) {
        return dev(List.of(), services).services().get(0);
    }
}
