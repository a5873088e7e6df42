package dev.slipway.render.kubernetes;

import dev.slipway.plan.Names;
import dev.slipway.plan.Place;
import dev.slipway.platform.Workload;
import java.util.Locale;

/**
 * Who waits when a cluster is full, the last first. Each environment has a PriorityClass for each.
 *
 * <pre>{@code
 * PodSpec.builder().priorityClassName(Priority.STATE.nameIn(names))
 * }</pre>
 */
public enum Priority {
    /** What others keep their state in: brokers, databases, caches. */
    STATE(0),
    /** Somebody waits for an answer. */
    SERVERS(1),
    /** What is late is read later. */
    WORKERS(2),
    /** Nobody waits. */
    JOBS(3);

    /** Of the first in production; what is of no class has 0, and what Kubernetes itself needs two thousand times as much. */
    public static final int PRODUCTION = 1_000_000;

    /** Of the first elsewhere: on a shared cluster production goes first. */
    public static final int ELSEWHERE = 100_000;

    /** From one to the next. */
    public static final int STEP = 10_000;

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    static Priority of(Workload workload) {
        if (workload.listensOn().isPresent()) {
            return SERVERS;
        }
        return workload.isLongRunning() ? WORKERS : JOBS;
    }

    /** The class of a workload in an environment: {@code shop.dev.servers}. */
    public static String of(Workload workload, Names names) {
        return of(workload).nameIn(names);
    }

    /** Its class in an environment: {@code shop.dev.state}. */
    public String nameIn(Names names) {
        return "%s.%s.%s".formatted(names.platform(), names.environment(), name().toLowerCase(Locale.ROOT));
    }

    /** The value of its class. */
    public int valueIn(Place place) {
        return (place.environment().isProduction() ? PRODUCTION : ELSEWHERE) - rank * STEP;
    }

    /** Whether its pods may push out others; elsewhere than in production, and for what nobody waits for, they wait. */
    public boolean preempts(Place place) {
        return place.environment().isProduction() && (this == STATE || this == SERVERS);
    }
}
