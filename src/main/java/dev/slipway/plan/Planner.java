package dev.slipway.plan;

import static dev.slipway.plan.problem.Problem.error;

import dev.slipway.plan.binding.AwsOnly;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.check.AwayFromAws;
import dev.slipway.plan.check.PlatformChecks;
import dev.slipway.plan.check.QuotaChecks;
import dev.slipway.plan.check.QuotaChecks.Pods;
import dev.slipway.plan.check.SizingChecks;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Choice;
import dev.slipway.platform.Environment;
import dev.slipway.platform.Need;
import dev.slipway.platform.Platform;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.operation.NamespaceQuota;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Makes the plan of a platform: completes its choices, collects all problems, and, where there is no error, decides each
 * service of each environment.
 */
public final class Planner {
    private final Completion completion;

    /** The choices that an environment gets where neither it nor its platform makes one of the same kind. */
    public interface Completion {
        /** Whatever else is chosen, by whether its cluster is on AWS; one of each kind. */
        List<Choice> defaults(boolean isOnAws);

        /** By what is chosen in a place. */
        default List<? extends Choice> impliedBy(Place place) {
            return List.of();
        }

        /** By what the services of an environment have become. */
        default List<? extends Choice> neededBy(EnvironmentPlan plan) {
            return List.of();
        }
    }

    /**
     * A planner that completes the choices of each environment.
     *
     * @param completion what an environment gets beside what is chosen
     */
    public Planner(Completion completion) {
        this.completion = completion;
    }

    /** A planner with the same defaults everywhere. */
    public Planner(List<Choice> defaults) {
        this(isOnAws -> defaults);
    }

    /** The plan of a platform. Never throws for what is wrong with it: that is in {@link Plan#problems()}. */
    public Plan plan(Platform platform, Inputs inputs) {
        List<Place> places = platform.environments().stream()
                .map(environment -> place(platform, environment, inputs))
                .map(place -> place.and(completion.impliedBy(place)))
                .toList();
        List<Problem> problems = Stream.concat(
                        PlatformChecks.of(platform), places.stream().flatMap(Planner::problemsIn))
                .toList();
        Plan unbound = new Plan(platform, List.of(), problems);
        if (unbound.hasErrors()) {
            return unbound;
        }
        List<Problem> found = new ArrayList<>(problems);
        List<EnvironmentPlan> environments = places.stream()
                .map(place -> new ServicePlanner(place, inputs, found).plan())
                .map(plan -> completed(plan, found))
                .toList();
        Plan bound = new Plan(platform, environments, found);
        return bound.hasErrors() ? new Plan(platform, List.of(), found) : bound;
    }

    private Place place(Platform platform, Environment environment, Inputs inputs) {
        boolean isOnAws =
                Cluster.chosenBy(environment, platform).map(Cluster::isOnAws).orElse(true);
        Map<Class<?>, Choice> choices = new LinkedHashMap<>();
        Stream.of(
                        environment.choices().stream(),
                        platform.choices().stream().filter(choice -> isOnAws || !(choice instanceof AwsOnly)),
                        completion.defaults(isOnAws).stream())
                .flatMap(all -> all)
                .forEach(choice -> choices.putIfAbsent(choice.kind(), choice));
        return new Place(
                platform,
                environment,
                environment.target().orElse(inputs.target()),
                Names.of(platform, environment),
                List.copyOf(choices.values()),
                inputs.today());
    }

    /** With the choices that its services need, and these checked where they stand. */
    private EnvironmentPlan completed(EnvironmentPlan plan, List<Problem> found) {
        Place place = plan.place().and(completion.neededBy(plan));
        problems(place, place.choices().stream().filter(choice -> !plan.place()
                        .choices()
                        .contains(choice)))
                .forEach(found::add);
        place.choice(NamespaceQuota.class).stream()
                .flatMap(quota -> QuotaChecks.of(place.environment(), quota, pods(plan)))
                .forEach(found::add);
        return new EnvironmentPlan(place, plan.services());
    }

    /** Every service at its maximum, with one more where it is rolled out, and its tasks. */
    private static List<Pods> pods(EnvironmentPlan plan) {
        List<Pods> pods = new ArrayList<>();
        for (ServicePlan service : plan.services()) {
            Sizing sizing = service.sizing();
            pods.add(new Pods(service.mostPods(), sizing.requests(), sizing.limits()));
            service.tasks().forEach(task -> pods.add(new Pods(1, Task.REQUESTS, Task.LIMITS)));
        }
        return pods;
    }

    private static Stream<Problem> problems(Place place, Stream<Choice> choices) {
        return choices.filter(Planned.class::isInstance)
                .map(Planned.class::cast)
                .flatMap(choice -> choice.check(place));
    }

    private static Stream<Problem> problemsIn(Place place) {
        Stream<Problem> ofChoices = problems(place, place.choices().stream());
        return Stream.of(
                        noCluster(place),
                        awayFromAws(place),
                        reservedNamespace(place),
                        numbers(place),
                        provision(place),
                        ofChoices)
                .flatMap(problems -> problems);
    }

    private static Stream<Problem> numbers(Place place) {
        Environment environment = place.environment();
        Sizing sizing = place.sizing();
        return Stream.concat(
                SizingChecks.of(environment, sizing),
                place.choice(Autoscaling.class).stream()
                        .flatMap(scaling -> SizingChecks.of(environment, sizing, scaling)));
    }

    private static Stream<Problem> noCluster(Place place) {
        if (place.choice(Cluster.class).isPresent()) {
            return Stream.empty();
        }
        Environment environment = place.environment();
        return Stream.of(error(
                "environment/no-cluster",
                environment.origin(),
                "Environment %s chooses no cluster (0); its services need exactly one to run in."
                        .formatted(environment.name()),
                "choose one, such as with(eksAutoMode())."));
    }

    private static Stream<Problem> awayFromAws(Place place) {
        return place.choice(Cluster.class).stream()
                .filter(cluster -> !cluster.isOnAws())
                .flatMap(cluster -> AwayFromAws.of(place.environment(), cluster));
    }

    private static Stream<Problem> reservedNamespace(Place place) {
        String namespace = place.names().namespace();
        if (!namespace.equals("default") && !namespace.startsWith("kube-")) {
            return Stream.empty();
        }
        return Stream.of(error(
                "environment/reserved-namespace",
                place.environment().origin(),
                "The namespace (%s) of environment %s is Kubernetes' own; it must be another, as it is closed to all but the platform."
                        .formatted(namespace, place.environment().name()),
                "name one, such as namespace(\"shop-%s\")."
                        .formatted(place.environment().name())));
    }

    private static Stream<Problem> provision(Place place) {
        return place.platform().services().stream()
                .flatMap(service -> service.needs().stream().flatMap(need -> provision(place, service, need)));
    }

    private static Stream<Problem> provision(Place place, Service service, Need need) {
        String environment = place.environment().name();
        List<String> providers = providers(place, need)
                .map(provider -> provider.getClass().getSimpleName())
                .toList();
        return switch (providers.size()) {
            case 0 ->
                Stream.of(error(
                        "need/unmet",
                        need.origin(),
                        "Service %s needs what nothing provides (%s) in environment %s; each need must have one provider there."
                                .formatted(service.name(), need.describe(), environment),
                        "choose a provider for it with Environment.named(\"%s\").with(..).".formatted(environment)));
            case 1 -> Stream.empty();
            default ->
                Stream.of(error(
                        "need/ambiguous",
                        need.origin(),
                        "Service %s has a need (%s) that more than one meet in environment %s (%s); each must have one provider there."
                                .formatted(
                                        service.name(), need.describe(), environment, String.join(" and ", providers)),
                        "choose only one of them."));
        };
    }

    static Stream<Provider<?>> providers(Place place, Need need) {
        return place.choices().stream()
                .filter(Provider.class::isInstance)
                .<Provider<?>>map(choice -> (Provider<?>) choice)
                .filter(provider -> provider.meets().isInstance(need));
    }
}
