package dev.slipway.platform;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A container: where its image comes from, how it runs, and what it needs.
 *
 * <pre>{@code
 * Service.java("order").image(builtFrom("services/order"))
 *     .needs(postgres(), publishes(ORDER_PLACED), route("/api/orders"))
 * }</pre>
 *
 * @param name unique in its platform; a DNS label, as it names the Kubernetes Service
 * @param variables plain settings that no need decides; never secrets
 * @param scratchMebibytes what it may write below {@code /tmp}, in MiB; nothing of it outlives the pod
 * @param acceptances findings about it that are as they should be, in every environment
 */
@Declares
public record Service(
        String name,
        ServiceRuntime runtime,
        Workload workload,
        Image image,
        Health health,
        List<Need> needs,
        List<Setting> variables,
        Optional<Owner> owner,
        int scratchMebibytes,
        List<Acceptance> acceptances,
        Origin origin) {
    /** Where a server listens unless it says otherwise. */
    public static final int DEFAULT_PORT = 8080;

    /** MiB below {@code /tmp}: native libraries that a JVM unpacks, and uploads; more than this is a leak. */
    public static final int DEFAULT_SCRATCH = 256;

    /** A plain environment variable. */
    public record Setting(String name, String value) {}

    /** Who answers for a service: the team, and the channel where it is reached. Reaches labels, tags and alerts. */
    public record Owner(String team, String channel) {}

    /**
     * The HTTP paths that tell whether a server can take requests ({@code readiness}) and whether it has to be restarted
     * ({@code liveness}).
     */
    public record Health(String readiness, String liveness) {
        /** The groups of Spring Boot's actuator. */
        public static final Health ACTUATOR = new Health("/actuator/health/readiness", "/actuator/health/liveness");

        /** The paths that Kubernetes' own components use. */
        public static final Health PLAIN = new Health("/readyz", "/livez");

        static Health of(ServiceRuntime runtime) {
            return runtime == ServiceRuntime.JAVA ? ACTUATOR : PLAIN;
        }
    }

    public Service {
        requireNonNull(name, "name");
        requireNonNull(image, "image");
        needs = List.copyOf(needs);
        variables = List.copyOf(variables);
        acceptances = List.copyOf(acceptances);
    }

    public static Service java(String name) {
        return of(name, ServiceRuntime.JAVA);
    }

    public static Service python(String name) {
        return of(name, ServiceRuntime.PYTHON);
    }

    public static Service go(String name) {
        return of(name, ServiceRuntime.GO);
    }

    public static Service node(String name) {
        return of(name, ServiceRuntime.NODE);
    }

    /** A container of any other language, or somebody else's. */
    public static Service other(String name) {
        return of(name, ServiceRuntime.OTHER);
    }

    private static Service of(String name, ServiceRuntime runtime) {
        return new Service(
                name,
                runtime,
                new Workload.Server(DEFAULT_PORT),
                Image.builtFrom("services/" + name),
                Health.of(runtime),
                List.of(),
                List.of(),
                Optional.empty(),
                DEFAULT_SCRATCH,
                List.of(),
                Origin.here());
    }

    /** Where the image comes from; by default it is built from {@code services/<name>}. */
    public Service image(Image newImage) {
        return new Service(
                name,
                runtime,
                workload,
                newImage,
                health,
                needs,
                variables,
                owner,
                scratchMebibytes,
                acceptances,
                origin);
    }

    /** The port it answers on, above 1023 as the container does not run as root; by default {@value #DEFAULT_PORT}. */
    public Service port(int port) {
        return running(new Workload.Server(port));
    }

    /** Without a port: it only consumes, or does what a clock tells it. */
    public Service worker() {
        return running(new Workload.Worker());
    }

    /** A worker that answers on the path of its liveness, on a port that only its node asks: {@code worker().aliveOn(8081)}. */
    public Service aliveOn(int port) {
        return running(new Workload.Worker(Optional.of(new Workload.Alive.OnPort(port))));
    }

    /** A worker that is alive as long as a command in its container ends with 0: {@code aliveBy("/app/alive", "--quiet")}. */
    public Service aliveBy(String... command) {
        return running(new Workload.Worker(Optional.of(new Workload.Alive.ByCommand(List.of(command)))));
    }

    /** Runs to its end at the times of a cron expression of five fields, in UTC: {@code 0 3 * * *}. */
    public Service scheduled(String cron) {
        return running(new Workload.Scheduled(cron));
    }

    /** The same as it is written out: {@code scheduled(at("0 3 * * *").in("Europe/Berlin").within(Duration.ofHours(3)))}. */
    public Service scheduled(Workload.Scheduled schedule) {
        return running(schedule);
    }

    /** Runs to its end once for each release. */
    public Service once() {
        return running(new Workload.Once());
    }

    /** The same, when it may take longer than an hour, or must not take as long: {@code once(Duration.ofHours(6))}. */
    public Service once(Duration limit) {
        return running(new Workload.Once(limit));
    }

    /** What it may write below {@code /tmp}, in MiB; by default {@value #DEFAULT_SCRATCH}. */
    public Service scratch(int mebibytes) {
        return new Service(
                name, runtime, workload, image, health, needs, variables, owner, mebibytes, acceptances, origin);
    }

    private Service running(Workload newWorkload) {
        return new Service(
                name,
                runtime,
                newWorkload,
                image,
                health,
                needs,
                variables,
                owner,
                scratchMebibytes,
                acceptances,
                origin);
    }

    /** The paths of its health; by default those usual for its runtime. */
    public Service health(String readiness, String liveness) {
        return new Service(
                name,
                runtime,
                workload,
                image,
                new Health(readiness, liveness),
                needs,
                variables,
                owner,
                scratchMebibytes,
                acceptances,
                origin);
    }

    /** What it needs, beside what it already does. */
    public Service needs(Need... more) {
        List<Need> all = Stream.concat(needs.stream(), Stream.of(more)).toList();
        return new Service(
                name, runtime, workload, image, health, all, variables, owner, scratchMebibytes, acceptances, origin);
    }

    /** A plain setting of its own. Secrets are needs, never settings. */
    public Service variable(String variable, String value) {
        List<Setting> all = new ArrayList<>(variables);
        all.add(new Setting(variable, value));
        return new Service(
                name, runtime, workload, image, health, needs, all, owner, scratchMebibytes, acceptances, origin);
    }

    /** The team that answers for it and the channel where it is reached: {@code ownedBy("checkout", "#checkout")}. */
    public Service ownedBy(String team, String channel) {
        Optional<Owner> newOwner = Optional.of(new Owner(team, channel));
        return new Service(
                name,
                runtime,
                workload,
                image,
                health,
                needs,
                variables,
                newOwner,
                scratchMebibytes,
                acceptances,
                origin);
    }

    /** Takes the findings of a rule about this service as they are, with the reason: see {@link Acceptance}. */
    public Service accepts(String rule, String reason) {
        List<Acceptance> all = new ArrayList<>(acceptances);
        all.add(new Acceptance(rule, reason, Origin.here()));
        return new Service(
                name, runtime, workload, image, health, needs, variables, owner, scratchMebibytes, all, origin);
    }

    /** The needs of one family, in the order in which they were declared. */
    public <N extends Need> List<N> needs(Class<N> family) {
        return needs.stream().filter(family::isInstance).map(family::cast).toList();
    }
}
