package dev.slipway;

import dev.slipway.bench.Models;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.nio.file.Path;

/** Writes both planes of a model below a folder. */
final class Write {
    private Write() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        Plan plan = Slipway.plan(Models.current().platform()).verify();
        AwsPlane.render(plan, folder.resolve(Synthesis.CDK_OUT));
        Rendering.writeManifests(KubernetesPlane.render(plan), folder.resolve(Synthesis.DIST));
    }
}
