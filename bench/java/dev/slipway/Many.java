package dev.slipway;

import static dev.slipway.capability.cache.CacheNeed.cache;
import static dev.slipway.capability.cache.ElastiCache.valkey;
import static dev.slipway.capability.cluster.EksAutoMode.eksAutoMode;
import static dev.slipway.capability.database.Databases.postgres;
import static dev.slipway.capability.database.RdsPostgres.rdsPostgres;
import static dev.slipway.capability.edge.Route.route;
import static dev.slipway.capability.streaming.Streaming.consumes;
import static dev.slipway.capability.streaming.Streaming.publishes;
import static dev.slipway.capability.streaming.msk.ProvisionedMsk.provisionedMsk;
import static dev.slipway.platform.Autoscaling.autoscale;
import static dev.slipway.platform.Sizing.MEDIUM;

import dev.slipway.bench.Laps;
import dev.slipway.capability.streaming.Topic;
import dev.slipway.plan.Plan;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.review.Synthesis;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.App;

/** One synthesis of a platform with many services, phase by phase. */
final class Many {
    private static final int MEBIBYTE = 1 << 20;

    private Many() {}

    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[0]);
        int services = Integer.parseInt(args[1]);
        new App();
        Laps laps = new Laps();
        Plan plan = Slipway.plan(platform(services)).verify();
        laps.lap("plan");
        AwsPlane.render(plan, folder.resolve(Synthesis.CDK_OUT));
        laps.lap("AWS plane");
        Rendering.writeManifests(KubernetesPlane.render(plan), folder.resolve(Synthesis.DIST));
        laps.lap("Kubernetes plane");
        Synthesis synthesis = Synthesis.read(folder.resolve(Synthesis.CDK_OUT), folder.resolve(Synthesis.DIST));
        Laps.print("objects", synthesis.manifests("dev").size());
        laps.lap("read back");
        Laps.print("heap", peakOfHeap());
        Laps.print("Node", peakOfNode());
    }

    /** A chain: each service has a database, a cache and a route, publishes a topic and consumes that of the one before. */
    private static Platform platform(int number) {
        List<Service> services = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            services.add(Service.java("service-%03d".formatted(i))
                    .needs(
                            postgres(),
                            cache(),
                            route("/api/%03d".formatted(i)),
                            publishes(topic(i)),
                            consumes(topic((i + number - 1) % number))));
        }
        return Platform.named("many")
                .services(services.toArray(Service[]::new))
                .environments(Environment.named("dev")
                        .host("dev.shop.example.com")
                        .with(eksAutoMode(), provisionedMsk(), rdsPostgres(), valkey(), MEDIUM, autoscale(2, 5)));
    }

    private static Topic topic(int i) {
        return Topic.named("topic.%03d".formatted(i)).partitions(6);
    }

    private static long peakOfHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(usage -> usage.getUsed())
                        .sum()
                / MEBIBYTE;
    }

    /** Of the process in which jsii runs the CDK and cdk8s, where the system tells. */
    private static long peakOfNode() throws Exception {
        long most = 0;
        for (ProcessHandle child : ProcessHandle.current().descendants().toList()) {
            Path status = Path.of("/proc", String.valueOf(child.pid()), "status");
            if (Files.exists(status)) {
                for (String line : Files.readAllLines(status)) {
                    if (line.startsWith("VmHWM:")) {
                        most = Math.max(most, Long.parseLong(line.replaceAll("\\D", "")) / 1024);
                    }
                }
            }
        }
        return most;
    }
}
