package dev.slipway;

import dev.slipway.bench.Laps;
import dev.slipway.bench.Models;
import dev.slipway.check.PlatformCheck;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/** One synthesis, phase by phase. */
final class Phases {
    private Phases() {}

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args[0]);
        Laps.print(
                "JVM start",
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
        Laps laps = new Laps();
        Plan plan = Slipway.plan(Models.current().platform()).verify();
        laps.lap("plan");
        new App();
        laps.lap("jsii kernel start");
        AwsPlane.render(plan, folder.resolve(Synthesis.CDK_OUT));
        laps.lap("AWS plane");
        Rendering.writeManifests(KubernetesPlane.render(plan), folder.resolve(Synthesis.DIST));
        laps.lap("Kubernetes plane");
        Synthesis synthesis = Synthesis.read(folder.resolve(Synthesis.CDK_OUT), folder.resolve(Synthesis.DIST));
        laps.lap("read back");
        PlatformCheck.of(plan, synthesis);
        laps.lap("rules");
        Summary.of(plan, synthesis, 0);
        laps.lap("summary");
    }
}
