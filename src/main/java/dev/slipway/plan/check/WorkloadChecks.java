package dev.slipway.plan.check;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Service;
import dev.slipway.platform.Workload;
import dev.slipway.platform.Workload.Alive;
import java.time.Duration;
import java.time.ZoneId;
import java.util.stream.Stream;

/** What can be wrong with how a service runs. */
final class WorkloadChecks {
    private static final int FIRST_UNPRIVILEGED_PORT = 1024;

    /** The name of a CronJob: 63 characters less eleven for the time of each job. */
    private static final int CRON_JOB_LIMIT = 52;

    /** A pod needs some seconds to start. */
    private static final Duration SHORTEST = Duration.ofSeconds(30);

    /** What takes longer is no job: a node lives no longer than three weeks in EKS Auto Mode. */
    private static final Duration LONGEST = Duration.ofDays(7);

    /** MiB. Below it a JVM cannot unpack a library; above it a volume is meant. */
    private static final int LEAST_SCRATCH = 16;

    private static final int MOST_SCRATCH = 20_480;

    private WorkloadChecks() {}

    static Stream<Problem> of(Service service) {
        Workload workload = service.workload();
        Stream<Problem> problems = Stream.empty();
        if (workload instanceof Workload.Server server) {
            problems = port(service, server);
        } else if (workload instanceof Workload.Worker worker) {
            problems = worker.alive().stream().flatMap(alive -> alive(service, alive));
        } else if (workload instanceof Workload.Scheduled scheduled) {
            problems = Stream.concat(schedule(service, scheduled), limit(service, scheduled.limit()));
        } else if (workload instanceof Workload.Once once) {
            problems = limit(service, once.limit());
        }
        return Stream.concat(problems, scratch(service));
    }

    private static boolean isPort(int port) {
        return port >= FIRST_UNPRIVILEGED_PORT && Syntax.isPort(port);
    }

    private static Stream<Problem> port(Service service, Workload.Server server) {
        return isPort(server.port())
                ? Stream.empty()
                : Stream.of(error(
                        "service/port",
                        service.origin(),
                        "The port (%s) of service %s must be 1024 to 65535: its container does not run as root."
                                .formatted(server.port(), service.name()),
                        "let it listen on port(8080); routes and callers see port 80 all the same."));
    }

    private static Stream<Problem> alive(Service service, Alive alive) {
        if (alive instanceof Alive.OnPort on && !isPort(on.port())) {
            return Stream.of(error(
                    "service/alive-port",
                    service.origin(),
                    "The port (%s) on which worker %s shows that it is alive must be 1024 to 65535: its container does not run as root."
                            .formatted(on.port(), service.name()),
                    "write it as aliveOn(8081)."));
        }
        if (alive instanceof Alive.ByCommand by
                && (by.command().isEmpty() || by.command().stream().anyMatch(String::isBlank))) {
            return Stream.of(error(
                    "service/alive-command",
                    service.origin(),
                    "The command (%s) by which worker %s shows that it is alive must be a program and its arguments, none of them blank."
                            .formatted(String.join(" ", by.command()), service.name()),
                    "write it as aliveBy(\"/app/alive\")."));
        }
        return Stream.empty();
    }

    private static Stream<Problem> limit(Service service, Duration limit) {
        return limit.compareTo(SHORTEST) >= 0 && limit.compareTo(LONGEST) <= 0
                ? Stream.empty()
                : Stream.of(error(
                        "service/limit",
                        service.origin(),
                        "The time (%s) within which job %s must end must be 30 seconds to 7 days."
                                .formatted(limit, service.name()),
                        "write it as within(Duration.ofHours(1)) or once(Duration.ofHours(1))."));
    }

    private static Stream<Problem> scratch(Service service) {
        return service.scratchMebibytes() >= LEAST_SCRATCH && service.scratchMebibytes() <= MOST_SCRATCH
                ? Stream.empty()
                : Stream.of(error(
                        "service/scratch",
                        service.origin(),
                        "The scratch space (%s MiB) of service %s must be %s to %s MiB: it is on the node's own disk."
                                .formatted(service.scratchMebibytes(), service.name(), LEAST_SCRATCH, MOST_SCRATCH),
                        "write it as scratch(%s), or declare a volume.".formatted(Service.DEFAULT_SCRATCH)));
    }

    private static Stream<Problem> schedule(Service service, Workload.Scheduled scheduled) {
        Stream.Builder<Problem> problems = Stream.builder();
        if (!Syntax.isCron(scheduled.cron())) {
            problems.add(error(
                    "service/schedule",
                    service.origin(),
                    "The schedule (%s) of service %s must be five cron fields: minute, hour, day, month, weekday."
                            .formatted(scheduled.cron(), service.name()),
                    "write it as scheduled(\"0 3 * * *\") for every night at three, UTC."));
        }
        if (!ZoneId.getAvailableZoneIds().contains(scheduled.zone())) {
            problems.add(error(
                    "service/time-zone",
                    service.origin(),
                    "The time zone (%s) of scheduled service %s must be a name of the IANA's database."
                            .formatted(scheduled.zone(), service.name()),
                    Nearest.to(scheduled.zone(), ZoneId.getAvailableZoneIds())
                            .map("did you mean in(\"%s\")?"::formatted)
                            .orElse("write it as in(\"Europe/Berlin\").")));
        }
        if (Syntax.isName(service.name()) && service.name().length() > CRON_JOB_LIMIT) {
            problems.add(error(
                    "service/schedule-name",
                    service.origin(),
                    "The length (%s) of the name of scheduled service %s must be at most %s: Kubernetes adds a time to it."
                            .formatted(service.name().length(), service.name(), CRON_JOB_LIMIT),
                    "shorten the name."));
        }
        return problems.build();
    }
}
