package dev.slipway.platform;

import java.util.OptionalInt;

/** How the container of a service runs. */
public sealed interface Workload {
    /** Answers requests on a port until it is told to stop. */
    record Server(int port) implements Workload {}

    /** Works without a port until it is told to stop, such as a pure consumer of topics. */
    record Worker() implements Workload {}

    /** Runs to its end at the times of a cron expression of five fields, in UTC. */
    record Scheduled(String cron) implements Workload {}

    /** Runs to its end once for each release. */
    record Once() implements Workload {}

    /** The port on which it answers, where it does. */
    default OptionalInt listensOn() {
        return this instanceof Server server ? OptionalInt.of(server.port()) : OptionalInt.empty();
    }

    /** Whether it runs until it is told to stop, and so is kept at a number of replicas. */
    default boolean isLongRunning() {
        return this instanceof Server || this instanceof Worker;
    }
}
