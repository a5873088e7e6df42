package dev.slipway.render.kubernetes;

/**
 * How a pod that is told to stop leaves without failing a request: first everybody stops sending to it, then it finishes
 * what it has. All numbers are seconds, and what waits for a pod has to fit what the pod waits for.
 */
public final class Termination {
    /** A load balancer takes some seconds to hear of it and to take the pod out: until then the pod works on. */
    public static final int PRE_STOP = 15;

    /** What a process gets to finish after it was told to stop: as long as Spring Boot waits for it by itself. */
    public static final int SHUTDOWN = 30;

    /** A process that takes its whole time must not be killed at its last word. */
    public static final int MARGIN = 5;

    /** How long a load balancer lets requests finish at a pod that it has taken out: ends before the pod does. */
    public static final int DEREGISTRATION = 30;

    private Termination() {}

    /** What a pod gets in all; the time before the signal counts. */
    public static int gracePeriod(boolean takesRequests) {
        return (takesRequests ? PRE_STOP : 0) + SHUTDOWN + MARGIN;
    }
}
