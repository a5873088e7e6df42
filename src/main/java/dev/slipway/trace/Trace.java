package dev.slipway.trace;

import dev.slipway.plan.Plan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.addon.Addons;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.Task;
import dev.slipway.platform.Choice;
import dev.slipway.render.custom.Customization;
import dev.slipway.review.InstalledChart;
import dev.slipway.review.Manifest;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * From everything that was rendered back to the line of the user's program because of which it is there.
 *
 * <pre>{@code
 * Plan plan = Slipway.plan(ordering());
 * Trace trace = Trace.of(plan, Slipway.render(plan));
 * trace.ofVariable("dev", "order", "DATABASE_HOST")    // order: postgres (Shop.java:21)
 * }</pre>
 */
public final class Trace {
    private final Map<String, Declarations> environments = new LinkedHashMap<>();
    private final Customization customization;
    private final Provenance provenance;

    private Trace(Plan plan, Synthesis synthesis) {
        plan.verify().environments().forEach(each -> environments.put(each.name(), new Declarations(each)));
        customization = Customization.of(plan);
        provenance = new Provenance(synthesis);
    }

    /** Of a plan and what it was rendered to. */
    public static Trace of(Plan plan, Synthesis synthesis) {
        return new Trace(plan, synthesis);
    }

    /** Why a Kubernetes object is there, the most specific first; the first of {@link #causes(Manifest)}. */
    public Optional<Cause> of(Manifest object) {
        return causes(object).stream().findFirst();
    }

    /** Why an AWS resource is there; the first of {@link #causes(Resource)}. */
    public Optional<Cause> of(Resource resource) {
        return causes(resource).stream().findFirst();
    }

    /** Why a chart is installed. */
    public Optional<Cause> of(InstalledChart chart) {
        return environment(chart.environment())
                .flatMap(declared -> Addons.of(declared.plan().place()).stream()
                        .filter(addon -> addon.name().equals(chart.name()))
                        .findFirst()
                        .map(declared::of));
    }

    /** Why the container of a service, or of one of its tasks, has a variable. */
    public Optional<Cause> ofVariable(String environment, String owner, String variable) {
        return causesOfVariable(environment, owner, variable).stream().findFirst();
    }

    /** All that a variable follows from: several needs may ask for the same. */
    public List<Cause> causesOfVariable(String environment, String owner, String variable) {
        return environment(environment)
                .map(declared -> declared.service(owner)
                        .map(service -> new VariableTrace(declared).of(service, variable))
                        .orElseGet(() -> ofTask(declared, owner, variable)))
                .orElse(List.of());
    }

    private static List<Cause> ofTask(Declarations declared, String owner, String variable) {
        return declared.plan().services().stream()
                .flatMap(service -> service.tasks().stream()
                        .filter(task -> task.name().equals(owner)
                                && VariableTrace.planned(task.variables(), variable)
                                        .isPresent())
                        .flatMap(task -> declared.of(task, service).stream()))
                .toList();
    }

    /** Why a way on the network is planned for a service. */
    public List<Cause> causes(String environment, String service, NetworkEdge edge) {
        return environment(environment)
                .flatMap(declared -> declared.service(service).map(plan -> new NetworkTrace(declared).of(plan, edge)))
                .orElse(List.of());
    }

    /** Why a rule stands in a NetworkPolicy: whose ways it allows, or else why the policy is there. */
    public List<Cause> causes(Manifest policy, Direction direction, Tree rule) {
        Optional<List<Cause>> ofService = environment(policy.environment())
                .flatMap(declared -> declared.service(policy.file())
                        .map(plan -> new NetworkTrace(declared).of(plan, ownerOf(plan, policy), direction, rule)));
        return Stream.of(ofService.orElse(List.of()), ofChoice(policy, Mentions.in(rule.toString())), causes(policy))
                .filter(causes -> !causes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static String ownerOf(ServicePlan plan, Manifest policy) {
        return plan.tasks().stream()
                .map(Task::name)
                .filter(policy.name()::equals)
                .findFirst()
                .orElse(plan.name());
    }

    /** Why a statement stands in a policy of a role: the needs whose grants it is, or else why the role is there. */
    public List<Cause> causes(Resource role, Tree statement) {
        return declarations(role).map(declared -> new StatementTrace(declared).of(role, statement)).stream()
                .filter(causes -> !causes.isEmpty())
                .findFirst()
                .orElseGet(() -> causes(role));
    }

    /** Everything that an object follows from. */
    public List<Cause> causes(Manifest object) {
        Optional<Declarations> declared = environment(object.environment());
        return Stream.of(
                        ofChoice(object, Mentions.in(object.name())),
                        declared.map(all -> new ObjectTrace(all).of(object)).orElse(List.of()),
                        ofHooks(customization.charts(), "%s/%s".formatted(object.environment(), object.file())))
                .filter(causes -> !causes.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<Cause> ofChoice(Manifest object, Mentions mentions) {
        return environment(object.environment())
                .flatMap(declared -> provenance
                        .of(object)
                        .flatMap(declared::choice)
                        .map(choice -> declared.contributed(choice, mentions)))
                .orElse(List.of());
    }

    /** Everything that a resource follows from. */
    public List<Cause> causes(Resource resource) {
        Optional<String> kind = provenance.of(resource);
        if (kind.isEmpty()) {
            return ofHooks(customization.stacks(), resource.template().path());
        }
        Mentions mentions = Mentions.of(
                Provenance.pathInStack(resource), resource.property("Name").text());
        return declarations(resource)
                .flatMap(declared -> declared.choice(kind.get()).map(choice -> declared.contributed(choice, mentions)))
                .orElse(List.of());
    }

    /** What is in somebody's stack or chart and nobody's choice, a hook has added. */
    private static List<Cause> ofHooks(List<? extends Customization.Hook<?>> hooks, String path) {
        List<Cause> causes = new ArrayList<>();
        hooks.stream()
                .filter(hook -> hook.path().equals(path))
                .forEach(hook -> causes.add(new Cause("customize " + path, hook.origin())));
        return causes;
    }

    private Optional<Declarations> environment(String name) {
        return Optional.ofNullable(environments.get(name));
    }

    /** Of what environments share: those of the first that has what made it. */
    private Optional<Declarations> declarations(Resource resource) {
        Optional<Declarations> own = environment(resource.template().stage());
        return own.isPresent()
                ? own
                : environments.values().stream()
                        .filter(declared -> declared.plan().isOnAws())
                        .filter(declared -> provenance
                                .of(resource)
                                .<Choice>flatMap(declared::choice)
                                .isPresent())
                        .findFirst();
    }
}
