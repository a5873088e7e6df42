package dev.slipway.testing.assertion;

import dev.slipway.review.Tree;
import dev.slipway.review.workload.Container;
import dev.slipway.review.workload.EnvironmentVariable;
import dev.slipway.testing.comparison.Difference;
import dev.slipway.testing.failure.Candidates;
import dev.slipway.testing.failure.ShouldBe;
import dev.slipway.testing.failure.ShouldExist;
import dev.slipway.testing.failure.ShouldNotExist;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Assertions on a container.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").service("order").container()
 *         .listensOn(8080)
 *         .requests("cpu", "500m").isLimitedTo("memory", "2Gi")
 *         .variable("KAFKA_GROUP_ID").is("order");
 * }</pre>
 */
public final class ContainerAssert extends SnapshotAssert<ContainerAssert, Container> {
    ContainerAssert(Container actual, Context context) {
        super(actual, ContainerAssert.class, context);
    }

    public ContainerAssert hasImage(String image) {
        return has("image", image);
    }

    /** Whether it says that it listens on a port. */
    public ContainerAssert listensOn(int port) {
        List<Long> ports = actual.ports();
        return check(
                ports.contains((long) port),
                () -> ShouldBe.shouldBe(
                        actual.toString(),
                        "the port",
                        String.valueOf(port),
                        String.join(", ", ports.stream().map(String::valueOf).toList()),
                        declared()));
    }

    /** Whether it asks for an amount of a resource: {@code requests("cpu", "500m")}. */
    public ContainerAssert requests(String resource, String amount) {
        return has("resources.requests[" + resource + "]", amount);
    }

    /** Whether it gets at most an amount of a resource: {@code isLimitedTo("memory", "2Gi")}. */
    public ContainerAssert isLimitedTo(String resource, String amount) {
        return has("resources.limits[" + resource + "]", amount);
    }

    /** Whether neither it nor its pod lets it run as root. */
    public ContainerAssert runsAsNonRoot() {
        return inPodToo("runAsNonRoot", true);
    }

    public ContainerAssert hasReadOnlyRootFilesystem() {
        return has("securityContext.readOnlyRootFilesystem", true);
    }

    /** Whether it has none of the kernel's privileges, and can gain none. */
    public ContainerAssert isUnprivileged() {
        field("securityContext.privileged").isNot(true);
        field("securityContext.allowPrivilegeEscalation").is(false);
        field("securityContext.capabilities.drop").hasItem("ALL");
        return myself;
    }

    private ContainerAssert inPodToo(String setting, Object value) {
        Tree own = actual.tree().at("securityContext." + setting);
        Tree pod = actual.workload().spec().at("securityContext." + setting);
        Tree effective = own.exists() ? own : pod;
        return check(
                Difference.same(effective, Tree.of(value)),
                () -> ShouldBe.shouldBe(
                        actual.toString(),
                        setting,
                        value.toString(),
                        effective.exists() ? effective.toString() : "",
                        declared()));
    }

    public ProbeAssert readinessProbe() {
        return probe("readinessProbe");
    }

    public ProbeAssert livenessProbe() {
        return probe("livenessProbe");
    }

    public ProbeAssert startupProbe() {
        return probe("startupProbe");
    }

    private ProbeAssert probe(String name) {
        Tree probe = actual.tree().get(name);
        field(name).exists();
        return next(new ProbeAssert(
                actual,
                name,
                probe,
                this::declared,
                probe.exists() ? context() : context().silent()));
    }

    /** The environment variable with a name. */
    public VariableAssert variable(String name) {
        Optional<EnvironmentVariable> found = actual.variable(name);
        check(
                found.isPresent(),
                () -> ShouldExist.shouldExist(actual.toString(), "environment variable", name, variables()));
        return next(new VariableAssert(
                actual,
                found.orElse(new EnvironmentVariable(name, new EnvironmentVariable.Literal(""))),
                () -> origin(name),
                found.isPresent() ? context() : context().silent()));
    }

    public ContainerAssert hasVariable(String name) {
        variable(name);
        return myself;
    }

    /** Whether an environment variable has a value that stands in the manifests. */
    public ContainerAssert hasVariable(String name, String value) {
        variable(name).is(value);
        return myself;
    }

    public ContainerAssert doesNotHaveVariable(String name) {
        Optional<EnvironmentVariable> found = actual.variable(name);
        return check(
                found.isEmpty(),
                () -> ShouldNotExist.shouldNotExist(
                        actual.toString(), "environment variable " + found.orElseThrow(), declared()));
    }

    /** The value at a path, for assertions of its own: {@code field("lifecycle.preStop.sleep.seconds")}. */
    public TreeAssert field(String path) {
        return next(new TreeAssert(actual, actual.tree(), path, this::declared, context()));
    }

    private ContainerAssert has(String path, Object value) {
        field(path).is(value);
        return myself;
    }

    private Candidates variables() {
        Candidates candidates = Candidates.none();
        actual.variables().forEach(variable -> candidates.add(variable.name(), () -> origin(variable.name())));
        return candidates.within(declared());
    }

    private Optional<String> origin(String variable) {
        return context().origins().ofVariable(actual.workload().manifest(), variable);
    }

    private Optional<String> declared() {
        return context().origins().of(actual.workload().manifest());
    }

    /**
     * Assertions on a probe.
     *
     * <pre>{@code
     * container.readinessProbe().gets("/actuator/health/readiness").onPort(8080).every(Duration.ofSeconds(5));
     * }</pre>
     */
    public static final class ProbeAssert extends SnapshotAssert<ProbeAssert, Tree> {
        /** Seconds, and times: what Kubernetes takes where a probe does not say it. */
        private static final long PERIOD = 10;

        private static final long FAILURES = 3;

        private final Container container;
        private final String name;
        private final Supplier<Optional<String>> declared;

        ProbeAssert(
                Container container, String name, Tree probe, Supplier<Optional<String>> declared, Context context) {
            super(probe, ProbeAssert.class, context);
            this.container = container;
            this.name = name;
            this.declared = declared;
        }

        /** Whether it asks for a path over HTTP. */
        public ProbeAssert gets(String path) {
            return has("path", path, actual.at("httpGet.path").text());
        }

        /** Whether it asks on a port, named or by number. */
        public ProbeAssert onPort(int port) {
            String said = Optional.of(actual.at("httpGet.port"))
                    .filter(Tree::exists)
                    .or(() -> Optional.of(actual.at("tcpSocket.port")))
                    .filter(Tree::exists)
                    .orElse(actual.at("grpc.port"))
                    .text();
            String number = container.port(said).map(String::valueOf).orElse(said);
            return has("port", String.valueOf(port), number);
        }

        /** Whether it asks so often. */
        public ProbeAssert every(Duration period) {
            return has(
                    "periodSeconds",
                    String.valueOf(period.toSeconds()),
                    String.valueOf(actual.get("periodSeconds").number().orElse(PERIOD)));
        }

        /** Whether it gives up after so many failures in a row. */
        public ProbeAssert failsAfter(int failures) {
            return has(
                    "failureThreshold",
                    String.valueOf(failures),
                    String.valueOf(actual.get("failureThreshold").number().orElse(FAILURES)));
        }

        private ProbeAssert has(String what, String expected, String there) {
            return check(
                    expected.equals(there),
                    () -> ShouldBe.shouldBe(
                            "%s of %s".formatted(name, container), what, expected, there, declared.get()));
        }
    }
}
