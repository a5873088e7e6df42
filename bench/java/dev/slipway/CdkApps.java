package dev.slipway;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Platform;
import dev.slipway.render.custom.Customization;
import dev.slipway.render.custom.CustomizedStacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/** The stacks of a platform as the app of somebody who tests it with the CDK's {@code Template}. */
public final class CdkApps {
    private CdkApps() {}

    /** An app of the platform, and the template of one of its stacks; only the stage that it is in is synthesized. */
    public static Template template(Platform platform, String stage, String concern) {
        return template(Slipway.plan(platform).verify(), stage, concern);
    }

    /**
     * The same of an app that has the one environment that is looked at and no other, as somebody who minds the time would write
     * it; of all of them where it is about what they share.
     */
    public static Template templateOfOne(Platform platform, String stage, String concern) {
        Plan plan = Slipway.plan(platform).verify();
        List<EnvironmentPlan> one = plan.environments().stream()
                .filter(environment -> environment.name().equals(stage))
                .toList();
        return template(one.isEmpty() ? plan : new Plan(platform, one, plan.problems()), stage, concern);
    }

    private static Template template(Plan plan, String stage, String concern) {
        App app = AwsPlane.app(plan, folder(), CdkContext.values());
        CustomizedStacks.callHooks(Customization.of(plan), app);
        return Template.fromStack(
                (Stack) app.getNode().findChild(stage).getNode().findChild(concern));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "app-");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
