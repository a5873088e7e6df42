package dev.slipway.workload.pod;

import dev.slipway.platform.Service.Health;
import dev.slipway.platform.Workload.Alive;
import dev.slipway.workload.traffic.Endpoints;
import org.cdk8s.plus34.k8s.ExecAction;
import org.cdk8s.plus34.k8s.HttpGetAction;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.Probe;

/** When a container counts as started, ready and alive. All times are seconds. */
final class Probes {
    /** The name of the port of a worker that is for its probes alone. */
    static final String ALIVE_PORT = "alive";

    /** Of a container that starts: at most so long after its first healthy answer it takes part. */
    private static final int STARTUP_PERIOD = 5;

    /** A pod that cannot answer gets no more requests after two of these. */
    private static final int READINESS_PERIOD = 5;

    /** Kubernetes' own. */
    private static final int LIVENESS_PERIOD = 10;

    /** Kubernetes' own second is too short for a cold JVM on a tenth of a core. */
    private static final int TIMEOUT = 3;

    /** One answer that is late is chance. */
    private static final int READINESS_FAILURES = 2;

    /** A container is restarted after half a minute without an answer: a long garbage collection is none. */
    private static final int LIVENESS_FAILURES = 3;

    private Probes() {}

    /** Holds the other two back until the first healthy answer, which may take so long. */
    static Probe startup(String path, int budget) {
        return onPort(path, Endpoints.PORT_NAME)
                .periodSeconds(STARTUP_PERIOD)
                .failureThreshold(attempts(budget))
                .build();
    }

    static Probe startup(Health health, Alive alive, int budget) {
        return of(health, alive)
                .periodSeconds(STARTUP_PERIOD)
                .failureThreshold(attempts(budget))
                .build();
    }

    private static int attempts(int budget) {
        return (budget + STARTUP_PERIOD - 1) / STARTUP_PERIOD;
    }

    static Probe readiness(String path) {
        return onPort(path, Endpoints.PORT_NAME)
                .periodSeconds(READINESS_PERIOD)
                .failureThreshold(READINESS_FAILURES)
                .build();
    }

    static Probe liveness(String path) {
        return onPort(path, Endpoints.PORT_NAME)
                .periodSeconds(LIVENESS_PERIOD)
                .failureThreshold(LIVENESS_FAILURES)
                .build();
    }

    static Probe liveness(Health health, Alive alive) {
        return of(health, alive)
                .periodSeconds(LIVENESS_PERIOD)
                .failureThreshold(LIVENESS_FAILURES)
                .build();
    }

    private static Probe.Builder of(Health health, Alive alive) {
        return alive instanceof Alive.ByCommand by
                ? Probe.builder()
                        .exec(ExecAction.builder().command(by.command()).build())
                        .timeoutSeconds(TIMEOUT)
                : onPort(health.liveness(), ALIVE_PORT);
    }

    private static Probe.Builder onPort(String path, String port) {
        return Probe.builder()
                .httpGet(HttpGetAction.builder()
                        .path(path)
                        .port(IntOrString.fromString(port))
                        .build())
                .timeoutSeconds(TIMEOUT);
    }
}
