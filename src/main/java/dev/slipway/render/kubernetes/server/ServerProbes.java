package dev.slipway.render.kubernetes.server;

import org.cdk8s.plus34.k8s.ExecAction;
import org.cdk8s.plus34.k8s.IntOrString;
import org.cdk8s.plus34.k8s.Probe;
import org.cdk8s.plus34.k8s.TcpSocketAction;

/** When a server counts as started, ready and alive. All times are seconds. */
final class ServerProbes {
    private static final int PERIOD = 5;
    private static final int TIMEOUT = 5;

    /** Ten minutes: after a crash logs are read before anything is answered. */
    private static final int STARTUP_FAILURES = 120;

    private static final int READINESS_FAILURES = 2;

    /** A minute: who restarts a server that is only busy makes it worse. */
    private static final int LIVENESS_FAILURES = 12;

    private ServerProbes() {}

    static Probe startup(ServerPod.Probe probe) {
        return probe(probe, STARTUP_FAILURES);
    }

    static Probe readiness(ServerPod.Probe probe) {
        return probe(probe, READINESS_FAILURES);
    }

    static Probe liveness(ServerPod.Probe probe) {
        return probe(probe, LIVENESS_FAILURES);
    }

    private static Probe probe(ServerPod.Probe probe, int failures) {
        Probe.Builder builder =
                Probe.builder().periodSeconds(PERIOD).timeoutSeconds(TIMEOUT).failureThreshold(failures);
        if (probe instanceof ServerPod.Probe.OfCommand command) {
            return builder.exec(ExecAction.builder().command(command.command()).build())
                    .build();
        }
        int port = ((ServerPod.Probe.OfPort) probe).port();
        return builder.tcpSocket(TcpSocketAction.builder()
                        .port(IntOrString.fromNumber(port))
                        .build())
                .build();
    }
}
