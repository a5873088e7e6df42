package dev.slipway.workload.pod;

import dev.slipway.workload.traffic.Endpoints;
import org.cdk8s.plus34.k8s.HttpGetAction;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.Probe;

/** When a container counts as started, ready and alive. All times are seconds. */
final class Probes {
    private static final int STARTUP_PERIOD = 5;
    private static final int READINESS_PERIOD = 5;
    private static final int LIVENESS_PERIOD = 10;

    /** Kubernetes' own second is too short for a cold JVM on a tenth of a core. */
    private static final int TIMEOUT = 3;

    private static final int READINESS_FAILURES = 2;

    /** A container is restarted after half a minute without an answer: a long garbage collection is none. */
    private static final int LIVENESS_FAILURES = 3;

    private Probes() {}

    /** Holds the other two back until the first healthy answer, which may take so long. */
    static Probe startup(String path, int budget) {
        return probe(path, STARTUP_PERIOD, (budget + STARTUP_PERIOD - 1) / STARTUP_PERIOD);
    }

    static Probe readiness(String path) {
        return probe(path, READINESS_PERIOD, READINESS_FAILURES);
    }

    static Probe liveness(String path) {
        return probe(path, LIVENESS_PERIOD, LIVENESS_FAILURES);
    }

    private static Probe probe(String path, int period, int failures) {
        return Probe.builder()
                .httpGet(HttpGetAction.builder()
                        .path(path)
                        .port(IntOrString.fromString(Endpoints.PORT_NAME))
                        .build())
                .periodSeconds(period)
                .timeoutSeconds(TIMEOUT)
                .failureThreshold(failures)
                .build();
    }
}
