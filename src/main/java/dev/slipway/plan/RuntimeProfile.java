package dev.slipway.plan;

import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Service;
import dev.slipway.platform.ServiceRuntime;
import dev.slipway.platform.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * What a runtime asks of the pod that it runs in.
 *
 * @param startupSeconds how long a container may take to its first healthy answer
 * @param heapPercent share of the memory limit that is given to a managed heap; 0 where there is none
 * @param overheadMebibytes what the process keeps beside its heap
 */
public record RuntimeProfile(int startupSeconds, int heapPercent, int overheadMebibytes) {
    /** Half of the limit is heap, so that use can fall below the autoscaler's target once the load is gone. */
    private static final int JAVA_HEAP_PERCENT = 50;

    /** Metaspace, code cache, threads and buffers of a Spring Boot service: 200 to 220 MiB measured. */
    private static final int JAVA_OVERHEAD_MEBIBYTES = 220;

    /** A Spring Boot service needs about 4 s on a free core, and ten times that on a tenth of one. */
    private static final int JAVA_STARTUP_SECONDS = 150;

    /** A soft limit, which a Go service may fill: below the autoscaler's target, as for Java. */
    private static final int GO_HEAP_PERCENT = 80;

    private static final int INTERPRETED_STARTUP_SECONDS = 60;
    private static final int NATIVE_STARTUP_SECONDS = 30;
    private static final int PERCENT = 100;

    static RuntimeProfile of(ServiceRuntime runtime) {
        return switch (runtime) {
            case JAVA -> new RuntimeProfile(JAVA_STARTUP_SECONDS, JAVA_HEAP_PERCENT, JAVA_OVERHEAD_MEBIBYTES);
            case NODE -> new RuntimeProfile(INTERPRETED_STARTUP_SECONDS, 2 * PERCENT / 3, 0);
            case PYTHON -> new RuntimeProfile(INTERPRETED_STARTUP_SECONDS, 0, 0);
            case GO -> new RuntimeProfile(NATIVE_STARTUP_SECONDS, GO_HEAP_PERCENT, 0);
            case OTHER -> new RuntimeProfile(INTERPRETED_STARTUP_SECONDS, 0, 0);
        };
    }

    /** The most memory that the runtime fills by itself, in MiB, under a limit. */
    int settledMebibytes(int limitMebibytes) {
        return limitMebibytes * heapPercent / PERCENT + overheadMebibytes;
    }

    /**
     * The heap starts at what the request leaves for it, and grows to its share of the limit. Where the request leaves
     * nothing, it starts as small as the JVM itself likes.
     */
    private String javaOptions(Sizing sizing) {
        int requested = sizing.requests().mebibytes() - overheadMebibytes;
        int initial =
                Math.min(heapPercent, requested * PERCENT / sizing.limits().mebibytes());
        return (initial > 0 ? "-XX:InitialRAMPercentage=%s ".formatted(initial) : "")
                + "-XX:MaxRAMPercentage=%s -XX:+ExitOnOutOfMemoryError".formatted(heapPercent);
    }

    /** The variables that make the runtime fit its pod and name itself in traces. */
    List<Variable> variables(Service service, Place place, Sizing sizing) {
        int limitMebibytes = sizing.limits().mebibytes();
        String reason = "runtime %s".formatted(service.runtime());
        int heap = limitMebibytes * heapPercent / PERCENT;
        List<Variable> variables = new ArrayList<>();
        switch (service.runtime()) {
            case JAVA -> variables.add(Variable.plain("JAVA_TOOL_OPTIONS", javaOptions(sizing), reason));
            case NODE ->
                variables.add(Variable.plain("NODE_OPTIONS", "--max-old-space-size=%s".formatted(heap), reason));
            case GO -> variables.add(Variable.plain("GOMEMLIMIT", "%sMiB".formatted(heap), reason));
            case PYTHON -> variables.add(Variable.plain("PYTHONUNBUFFERED", "1", reason));
            case OTHER -> {
                // nothing is known about it
            }
        }
        service.workload()
                .listensOn()
                .ifPresent(port -> variables.add(Variable.plain(
                        service.runtime() == ServiceRuntime.JAVA ? "SERVER_PORT" : "PORT",
                        String.valueOf(port),
                        reason)));
        variables.add(Variable.plain("OTEL_SERVICE_NAME", service.name(), "telemetry"));
        variables.add(Variable.plain(
                "OTEL_RESOURCE_ATTRIBUTES",
                "service.namespace=%s,deployment.environment.name=%s"
                        .formatted(place.platform().name(), place.environment().name()),
                "telemetry"));
        return variables;
    }
}
