package dev.slipway.testing.assertion;

import dev.slipway.review.Manifest;
import dev.slipway.review.Origins;
import dev.slipway.review.Tree;
import dev.slipway.review.network.Reach;
import dev.slipway.review.network.Way;
import dev.slipway.review.permission.Permissions;
import dev.slipway.review.permission.TopicAccess;
import dev.slipway.review.permission.TopicAccess.Operation;
import dev.slipway.review.workload.Container;
import dev.slipway.review.workload.Identity;
import dev.slipway.review.workload.Scaling;
import dev.slipway.review.workload.Workload;
import dev.slipway.testing.failure.Candidates;
import dev.slipway.testing.failure.ShouldAllow;
import dev.slipway.testing.failure.ShouldBe;
import dev.slipway.testing.failure.ShouldExist;
import dev.slipway.testing.failure.ShouldHaveCount;
import dev.slipway.testing.failure.ShouldReach;
import dev.slipway.testing.failure.ShouldScale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Assertions on a service in an environment: its pods, what they may do and whom they reach.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod").service("order")
 *         .autoscales(3, 10)
 *         .mayPublishTo("order.placed")
 *         .mayNotRead("payment.requested")
 *         .cannotReach("payment")
 *         .container().variable("DATABASE_HOST").comesFromParameter("/ordering/prod/database/endpoint");
 * }</pre>
 */
public final class WorkloadAssert extends SnapshotAssert<WorkloadAssert, Workload> {
    WorkloadAssert(Workload actual, Context context) {
        super(actual, WorkloadAssert.class, context);
    }

    /** Assertions that throw what fails. */
    public WorkloadAssert(Workload actual) {
        this(actual, Context.throwing(actual.synthesis().origins()));
    }

    /** The container that it is about. */
    public ContainerAssert container() {
        return container(actual.container(), actual.name());
    }

    /** The container with a name, be it one that prepares the pod. */
    public ContainerAssert container(String name) {
        return container(actual.container(name), name);
    }

    private ContainerAssert container(Optional<Container> found, String name) {
        check(
                found.isPresent(),
                () -> ShouldExist.shouldExist(
                        who(),
                        "container",
                        name,
                        Candidates.of(actual.allContainers().stream()
                                        .map(Container::name)
                                        .toList())
                                .within(declared())));
        return next(new ContainerAssert(
                found.orElse(new Container(actual, Tree.NOTHING)),
                found.isPresent() ? context() : context().silent()));
    }

    /**
     * Tries every container of its pods, those that prepare them too.
     *
     * <pre>{@code
     * prod.eachWorkload(workload -> workload.eachContainer(container -> container.runsAsNonRoot().isUnprivileged()));
     * }</pre>
     */
    public WorkloadAssert eachContainer(Consumer<ContainerAssert> assertions) {
        List<Container> all = actual.allContainers();
        check(!all.isEmpty(), () -> ShouldHaveCount.shouldNotBeNone("containers of " + who()));
        all.forEach(container -> assertions.accept(next(new ContainerAssert(container, context()))));
        return myself;
    }

    /**
     * The specification of its pods, wherever in its object it stands.
     *
     * <pre>{@code
     * prod.service("report").pod().contains(Map.of("restartPolicy", "Never", "enableServiceLinks", false));
     * }</pre>
     */
    public TreeAssert pod() {
        Manifest maker = actual.manifest();
        String template = Workload.templateOf(maker.kind()).orElse("");
        String path = template.isEmpty() ? "spec" : template + ".spec";
        return next(new TreeAssert(maker, maker.tree(), path, this::declared, context()));
    }

    /** The Deployment, StatefulSet, Job or other object that makes its pods. */
    public ManifestAssert manifest() {
        return next(new ManifestAssert(actual.manifest(), context()));
    }

    /** Whether it has a number of replicas that nothing changes. */
    public WorkloadAssert hasReplicas(int replicas) {
        Scaling scaling = Scaling.of(actual);
        return check(
                !scaling.isAutomatic() && scaling.least().equals(OptionalLong.of(replicas)),
                () -> ShouldScale.shouldScale(who(), replicas + " replicas, fixed", scaling, declared()));
    }

    /** Whether an autoscaler keeps its replicas between two numbers. */
    public WorkloadAssert autoscales(int least, int most) {
        Scaling scaling = Scaling.of(actual);
        return check(
                scaling.isAutomatic()
                        && scaling.least().equals(OptionalLong.of(least))
                        && scaling.most().equals(OptionalLong.of(most)),
                () -> ShouldScale.shouldScale(
                        who(), "%s to %s replicas, by an autoscaler".formatted(least, most), scaling, declared()));
    }

    /** The HorizontalPodAutoscaler or ScaledObject that scales it. */
    public ManifestAssert autoscaler() {
        Scaling scaling = Scaling.of(actual);
        Optional<Manifest> found = scaling.autoscaler();
        check(found.isPresent(), () -> ShouldScale.shouldScale(who(), "an autoscaler", scaling, declared()));
        return next(new ManifestAssert(
                found.orElse(actual.manifest()),
                found.isPresent() ? context() : context().silent()));
    }

    /** Whether it may write to a topic, by IAM or by the access lists of a Kafka in the cluster. */
    public WorkloadAssert mayPublishTo(String topic) {
        return may("publish to", Operation.WRITE, topic);
    }

    public WorkloadAssert mayNotPublishTo(String topic) {
        return mayNot("publish to", Operation.WRITE, topic);
    }

    /** Whether it may read a topic, by IAM or by the access lists of a Kafka in the cluster. */
    public WorkloadAssert mayRead(String topic) {
        return may("read", Operation.READ, topic);
    }

    public WorkloadAssert mayNotRead(String topic) {
        return mayNot("read", Operation.READ, topic);
    }

    private WorkloadAssert may(String verb, Operation operation, String topic) {
        List<String> roles = roles();
        return check(
                topics().allows(roles, actual.name(), operation, topic),
                () -> ShouldAllow.shouldAllow(
                        who(), verb, topic, roles, topics().topics(roles, actual.name(), operation), declared()));
    }

    private WorkloadAssert mayNot(String verb, Operation operation, String topic) {
        List<String> roles = roles();
        return check(
                !topics().allows(roles, actual.name(), operation, topic),
                () -> ShouldAllow.shouldNotAllow(who(), verb, topic, roles, declared()));
    }

    /** Whether its role on AWS is allowed an action on a resource, as IAM decides it. */
    public WorkloadAssert may(String action, String resource) {
        List<String> roles = roles();
        return check(
                roles.stream().anyMatch(role -> permissions().allows(role, action, resource)),
                () -> ShouldAllow.shouldAllow(
                        who(),
                        action,
                        resource,
                        roles,
                        roles.stream()
                                .flatMap(role -> permissions().resources(role, action).stream())
                                .toList(),
                        declared()));
    }

    public WorkloadAssert mayNot(String action, String resource) {
        List<String> roles = roles();
        return check(
                roles.stream().noneMatch(role -> permissions().allows(role, action, resource)),
                () -> ShouldAllow.shouldNotAllow(who(), action, resource, roles, declared()));
    }

    /** Whether its pods act as a role on AWS. */
    public WorkloadAssert actsAs(String role) {
        return check(
                roles().contains(role),
                () -> ShouldBe.shouldBe(who(), "the role", role, String.join(", ", roles()), declared()));
    }

    /** Whether network policies let it reach all ports of another service. */
    public WorkloadAssert canReach(String service) {
        List<Way> ways = reach().ways(actual, service);
        check(!ways.isEmpty(), () -> ShouldReach.shouldBeReachable(who(), service, workloads()));
        return check(
                ways.stream().allMatch(Way::isOpen), () -> ShouldReach.shouldReach(who(), service, ways, declared()));
    }

    /** Whether network policies keep it from every port of another service. */
    public WorkloadAssert cannotReach(String service) {
        List<Way> ways = reach().ways(actual, service);
        check(!ways.isEmpty(), () -> ShouldReach.shouldBeReachable(who(), service, workloads()));
        return check(
                ways.stream().noneMatch(Way::isOpen),
                () -> ShouldReach.shouldNotReach(who(), service, ways, declared()));
    }

    /**
     * Whether network policies let it reach a port of a service, a host, an address or a range of addresses over TCP:
     * {@code canReach("smtp.example.com", 587)}. Of a resource of AWS, by its name or type, the security groups must let it in too:
     * {@code canReach("AWS::MSK::Cluster", 9098)}.
     */
    public WorkloadAssert canReach(String target, int port) {
        Way way = reach().way(actual, target, port);
        return check(way.isOpen(), () -> ShouldReach.shouldReach(who(), way.to(), List.of(way), declared()));
    }

    /**
     * Whether network policies keep it from a port of a service, a host, an address or a range of addresses; or security groups from
     * a resource of AWS.
     */
    public WorkloadAssert cannotReach(String target, int port) {
        Way way = reach().way(actual, target, port);
        return check(!way.isOpen(), () -> ShouldReach.shouldNotReach(who(), way.to(), List.of(way), declared()));
    }

    private List<String> roles() {
        return Identity.roles(actual);
    }

    private TopicAccess topics() {
        return TopicAccess.of(actual.synthesis(), actual.environment());
    }

    private Permissions permissions() {
        return Permissions.of(actual.synthesis(), actual.environment());
    }

    private Reach reach() {
        return Reach.of(actual.synthesis(), actual.environment());
    }

    private Candidates workloads() {
        Candidates candidates = Candidates.none();
        Workload.running(actual.synthesis(), actual.environment())
                .forEach(workload -> candidates.add(
                        workload.name(), () -> context().origins().of(workload.manifest())));
        return candidates.within(declared());
    }

    private String who() {
        return "service %s of environment %s".formatted(actual.name(), actual.environment());
    }

    private Optional<String> declared() {
        Origins origins = context().origins();
        return origins.of(actual.manifest());
    }
}
