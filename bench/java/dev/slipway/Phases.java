package dev.slipway;

import dev.slipway.blueprint.ordering.OrderingPlatform;
import dev.slipway.plan.Plan;
import dev.slipway.review.Synthesis;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import software.amazon.awscdk.App;

/** One synthesis of the default platform, phase by phase: a line with name and milliseconds for each. */
final class Phases {
    private static long last;

    private Phases() {}

    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[0]);
        last = System.nanoTime();
        print("JVM start", System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime());
        lap("");
        Plan plan = Slipway.plan(OrderingPlatform.platform()).verify();
        lap("plan");
        new App();
        lap("jsii kernel start");
        AwsPlane.render(plan, folder.resolve(Synthesis.CDK_OUT));
        lap("AWS plane");
        Rendering.writeManifests(KubernetesPlane.render(plan), folder.resolve(Synthesis.DIST));
        lap("Kubernetes plane");
        Synthesis synthesis = Synthesis.read(folder.resolve(Synthesis.CDK_OUT), folder.resolve(Synthesis.DIST));
        Summary.of(plan, synthesis, 0);
        lap("read back and summary");
    }

    private static void lap(String phase) {
        long now = System.nanoTime();
        if (!phase.isEmpty()) {
            print(phase, (now - last) / 1_000_000);
        }
        last = System.nanoTime();
    }

    private static void print(String phase, long milliseconds) {
        System.out.println(phase + "\t" + milliseconds);
    }
}
