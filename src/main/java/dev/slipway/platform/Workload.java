package dev.slipway.platform;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** How the container of a service runs. */
public sealed interface Workload {
    /** How long a job may take, its repetitions among it: one that hangs would keep the next from starting. */
    Duration DEFAULT_LIMIT = Duration.ofHours(1);

    /** Answers requests on a port until it is told to stop. */
    record Server(int port) implements Workload {}

    /**
     * Works without a port until it is told to stop, such as a pure consumer of topics.
     *
     * @param alive how it shows that it need not be restarted, where it does
     */
    record Worker(Optional<Alive> alive) implements Workload {
        /** One that is restarted only when its process ends. */
        public Worker() {
            this(Optional.empty());
        }
    }

    /**
     * Runs to its end at the times of a cron expression of five fields.
     *
     * @param zone in which the times are meant: {@code Europe/Berlin}
     * @param overlap what happens when a run is due while the one before still runs
     * @param limit how long a run may take
     */
    record Scheduled(String cron, String zone, Overlap overlap, Duration limit) implements Workload {
        /** In which there is no summer time: no run is left out, and none is done twice. */
        public static final String UTC = "Etc/UTC";

        /** In UTC, one at a time. */
        public Scheduled(String cron) {
            this(cron, UTC, Overlap.FORBID, DEFAULT_LIMIT);
        }

        /** {@code at("0 3 * * *")}: every night at three, UTC, one run at a time. */
        public static Scheduled at(String cron) {
            return new Scheduled(cron);
        }

        /** At the times of a zone, by its name in the IANA's database: {@code in("Europe/Berlin")}. */
        public Scheduled in(String newZone) {
            return new Scheduled(cron, newZone, overlap, limit);
        }

        /** What happens when a run is due while the one before still runs. */
        public Scheduled overlapping(Overlap newOverlap) {
            return new Scheduled(cron, zone, newOverlap, limit);
        }

        /** How long a run may take, its repetitions among it. */
        public Scheduled within(Duration newLimit) {
            return new Scheduled(cron, zone, overlap, newLimit);
        }
    }

    /**
     * Runs to its end once for each release.
     *
     * @param limit how long it may take
     */
    record Once(Duration limit) implements Workload {
        /** With the default limit. */
        public Once() {
            this(DEFAULT_LIMIT);
        }
    }

    /** How a worker shows that it is alive; nobody but its node asks it. */
    sealed interface Alive {
        /** By answering on the path of its liveness, on a port that is for this alone. */
        record OnPort(int port) implements Alive {}

        /** By a command in its container that ends with 0. */
        record ByCommand(List<String> command) implements Alive {
            public ByCommand {
                command = List.copyOf(command);
            }
        }
    }

    /** What happens to a run that is due while the one before still runs. */
    enum Overlap {
        /** It is left out. */
        FORBID,
        /** It starts beside it. */
        ALLOW,
        /** It starts in its place. */
        REPLACE
    }

    /** The port on which it answers, where it does. */
    default OptionalInt listensOn() {
        return this instanceof Server server ? OptionalInt.of(server.port()) : OptionalInt.empty();
    }

    /** Whether it runs until it is told to stop, and so is kept at a number of replicas. */
    default boolean isLongRunning() {
        return this instanceof Server || this instanceof Worker;
    }
}
