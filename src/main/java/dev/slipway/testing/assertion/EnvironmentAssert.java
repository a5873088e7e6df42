package dev.slipway.testing.assertion;

import dev.slipway.review.InstalledChart;
import dev.slipway.review.Manifest;
import dev.slipway.review.SynthesizedEnvironment;
import dev.slipway.review.Template;
import dev.slipway.review.Tree;
import dev.slipway.review.network.Route;
import dev.slipway.review.workload.Workload;
import dev.slipway.testing.failure.Candidates;
import dev.slipway.testing.failure.Failure;
import dev.slipway.testing.failure.ShouldExist;
import dev.slipway.testing.failure.ShouldHaveCount;
import dev.slipway.testing.failure.ShouldNotExist;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Assertions on one environment, on both planes.
 *
 * <pre>{@code
 * assertThat(synthesis).environment("prod")
 *         .hasStacks("network", "cluster", "streaming")
 *         .service("order").canReach("payment");
 * }</pre>
 */
public final class EnvironmentAssert extends SnapshotAssert<EnvironmentAssert, SynthesizedEnvironment> {
    EnvironmentAssert(SynthesizedEnvironment actual, Context context) {
        super(actual, EnvironmentAssert.class, context);
    }

    /** Assertions that throw what fails. */
    public EnvironmentAssert(SynthesizedEnvironment actual) {
        this(actual, Context.throwing(actual.synthesis().origins()));
    }

    /** Assertions that hand on what fails. */
    public EnvironmentAssert(SynthesizedEnvironment actual, Consumer<AssertionError> reporting) {
        this(actual, new Context(reporting, actual.synthesis().origins()));
    }

    /** The pods of a service, or of any other workload: a task, a server. */
    public WorkloadAssert service(String name) {
        Optional<Workload> found = Workload.named(actual.synthesis(), actual.name(), name);
        check(found.isPresent(), () -> missing("service", name, workloads()));
        Workload missing = new Workload(actual.synthesis(), new Manifest(actual.name(), name, Tree.NOTHING));
        return next(new WorkloadAssert(found.orElse(missing), part(found.isPresent())));
    }

    /** Tries every workload that runs on, such as a Deployment or a StatefulSet; no Job. */
    public EnvironmentAssert eachService(Consumer<WorkloadAssert> assertions) {
        return each("services", Workload.running(actual.synthesis(), actual.name()), assertions);
    }

    /** Tries every workload, also those that end: a Job, be it run on a schedule. */
    public EnvironmentAssert eachWorkload(Consumer<WorkloadAssert> assertions) {
        return each("workloads", Workload.in(actual.synthesis(), actual.name()), assertions);
    }

    private EnvironmentAssert each(String what, List<Workload> all, Consumer<WorkloadAssert> assertions) {
        check(!all.isEmpty(), () -> ShouldHaveCount.shouldNotBeNone(what + " of " + actual));
        all.forEach(workload -> assertions.accept(next(new WorkloadAssert(workload, context()))));
        return myself;
    }

    /** The Kubernetes object of a kind and a name. */
    public ManifestAssert manifest(String kind, String name) {
        Optional<Manifest> found = find(kind, name);
        check(found.isPresent(), () -> missing(kind, name, manifests(actual.manifests(kind))));
        Manifest missing = new Manifest(actual.name(), name, Tree.NOTHING);
        return next(new ManifestAssert(found.orElse(missing), part(found.isPresent())));
    }

    /** The Kubernetes objects of a kind. */
    public ManifestsAssert manifests(String kind) {
        return next(new ManifestsAssert(kind + " objects of " + actual, actual.manifests(kind), context()));
    }

    /** The Kubernetes objects of all kinds. */
    public ManifestsAssert manifests() {
        return next(new ManifestsAssert("objects of " + actual, actual.manifests(), context()));
    }

    public EnvironmentAssert hasManifest(String kind, String name) {
        manifest(kind, name);
        return myself;
    }

    public EnvironmentAssert doesNotHaveManifest(String kind, String name) {
        Optional<Manifest> found = find(kind, name);
        return check(
                found.isEmpty(),
                () -> ShouldNotExist.shouldNotExist(
                        actual.toString(),
                        found.orElseThrow().toString(),
                        context().origins().of(found.orElseThrow())));
    }

    /** The template of a stack: {@code stack("streaming")}. */
    public StackAssert stack(String concern) {
        Optional<Template> found = actual.templates().stream()
                .filter(template -> template.concern().equals(concern))
                .findFirst();
        check(found.isPresent(), () -> missing("stack", concern, Candidates.of(stacks())));
        Template missing = new Template(actual.name(), concern, "", Tree.NOTHING);
        return next(new StackAssert(found.orElse(missing), part(found.isPresent())));
    }

    /** Whether there are stacks of exactly these names, in any order. */
    public EnvironmentAssert hasStacks(String... concerns) {
        return areExactly("stacks of " + actual, concerns, stacks());
    }

    /** The AWS resources of a type in all stacks. */
    public ResourcesAssert resources(String type) {
        return next(new ResourcesAssert(type + " of " + actual, actual.resources(type), context()));
    }

    /** The AWS resource of a type with a physical name, or with a logical id. */
    public ResourceAssert resource(String type, String name) {
        return resources(type).named(name);
    }

    /** The one AWS resource of a type. */
    public ResourceAssert resource(String type) {
        return resources(type).single();
    }

    /** The IAM role with a name. */
    public RoleAssert role(String name) {
        boolean isThere = actual.resources("AWS::IAM::Role").stream()
                .anyMatch(role -> role.name().equals(name));
        resource("AWS::IAM::Role", name);
        return next(new RoleAssert(new RoleAssert.Role(actual, name), part(isThere)));
    }

    /** The way from outside at a path: {@code route("/api/orders")}. */
    public RouteAssert route(String path) {
        List<Route> all = Route.in(actual.synthesis(), actual.name());
        Optional<Route> found =
                all.stream().filter(route -> route.path().equals(path)).findFirst();
        check(found.isPresent(), () -> missing("route", path, routes(all)));
        Route missing = new Route(new Manifest(actual.name(), "", Tree.NOTHING), "", path, "", "");
        return next(new RouteAssert(found.orElse(missing), part(found.isPresent())));
    }

    /** Whether there are ways from outside at exactly these paths, in any order. */
    public EnvironmentAssert hasRoutes(String... paths) {
        List<String> present = Route.in(actual.synthesis(), actual.name()).stream()
                .map(Route::path)
                .distinct()
                .toList();
        return areExactly("routes of " + actual, paths, present);
    }

    /** The Helm chart that an add-on installs: {@code chart("headlamp")}. */
    public ChartAssert chart(String addon) {
        Optional<InstalledChart> found =
                charts().stream().filter(chart -> chart.name().equals(addon)).findFirst();
        check(found.isPresent(), () -> missing("chart", addon, candidatesOfCharts()));
        InstalledChart missing = new InstalledChart(actual.name(), Tree.NOTHING, Tree.NOTHING);
        return next(new ChartAssert(found.orElse(missing), part(found.isPresent())));
    }

    /** Whether the charts of exactly these add-ons are installed, in any order. */
    public EnvironmentAssert hasCharts(String... addons) {
        List<String> present = charts().stream().map(InstalledChart::name).toList();
        return areExactly("charts of " + actual, addons, present);
    }

    private List<InstalledChart> charts() {
        return actual.synthesis().charts(actual.name());
    }

    private Context part(boolean isThere) {
        return isThere ? context() : context().silent();
    }

    private Failure missing(String kind, String name, Candidates present) {
        return ShouldExist.shouldExist(
                actual.toString(),
                kind,
                name,
                present.within(context().origins().ofEnvironment(actual.name())));
    }

    private Optional<Manifest> find(String kind, String name) {
        return actual.synthesis().find(actual.name(), kind, name);
    }

    private Candidates manifests(List<Manifest> manifests) {
        Candidates candidates = Candidates.none();
        manifests.forEach(manifest ->
                candidates.add(manifest.name(), () -> context().origins().of(manifest)));
        return candidates;
    }

    private Candidates workloads() {
        return manifests(Workload.running(actual.synthesis(), actual.name()).stream()
                .map(Workload::manifest)
                .toList());
    }

    private Candidates routes(List<Route> routes) {
        Candidates candidates = Candidates.none();
        routes.forEach(
                route -> candidates.add(route.path(), () -> context().origins().of(route.manifest())));
        return candidates;
    }

    private Candidates candidatesOfCharts() {
        Candidates candidates = Candidates.none();
        charts().forEach(chart ->
                candidates.add(chart.name(), () -> context().origins().of(chart)));
        return candidates;
    }

    private List<String> stacks() {
        return actual.templates().stream().map(Template::concern).toList();
    }
}
