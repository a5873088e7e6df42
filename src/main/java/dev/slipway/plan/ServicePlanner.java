package dev.slipway.plan;

import static dev.slipway.plan.problem.Problem.error;
import static dev.slipway.plan.problem.Problem.warning;

import dev.slipway.plan.binding.Binding;
import dev.slipway.plan.binding.Claim;
import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.check.FileChecks;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Image;
import dev.slipway.platform.Need;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Decides the services of one environment, once its choices are known to be sound. */
final class ServicePlanner {
    private static final int PERCENT = 100;

    /** Where the metrics of every service are scraped from. */
    private static final Peer SCRAPER = new Peer.OfPods("monitoring", Map.of());

    private final Place place;
    private final Inputs inputs;
    private final List<Problem> problems;
    private final Sizing sizing;

    ServicePlanner(Place place, Inputs inputs, List<Problem> problems) {
        this.place = place;
        this.inputs = inputs;
        this.problems = problems;
        this.sizing = place.sizing();
    }

    EnvironmentPlan plan() {
        Map<Service, Binding> bindings = new LinkedHashMap<>();
        place.platform().services().forEach(service -> bindings.put(service, bindingOf(service)));
        return new EnvironmentPlan(
                place,
                bindings.keySet().stream()
                        .map(service -> plan(service, bindings))
                        .toList());
    }

    private void refuseNameOfTask(Service service, Map<Service, Binding> bindings) {
        bindings.forEach((owner, binding) -> binding.tasks().stream()
                .filter(task -> task.name().equals(service.name()))
                .forEach(task -> problems.add(error(
                        "service/task-name",
                        service.origin(),
                        "The name (%s) of a service is also that of a task of service %s (%s); their objects would be one."
                                .formatted(task.name(), owner.name(), task.reason()),
                        "rename the service."))));
    }

    private Binding bindingOf(Service service) {
        Stream<Binding> needs =
                service.needs().stream().map(need -> bind(place.providerOf(need).orElseThrow(), service, need));
        return Stream.concat(needs, everywhere(service).map(Binding::withoutVariables))
                .reduce(Binding.NOTHING, Binding::and);
    }

    private Stream<Binding> everywhere(Service service) {
        return place.choices().stream().filter(Planned.class::isInstance).map(choice -> ((Planned) choice)
                .bindEvery(service, place));
    }

    private <N extends Need> Binding bind(Provider<N> provider, Service service, Need need) {
        return provider.bind(new Claim<>(service, provider.meets().cast(need)), place);
    }

    private ServicePlan plan(Service service, Map<Service, Binding> bindings) {
        RuntimeProfile profile = RuntimeProfile.of(service.runtime());
        Binding own = bindings.getOrDefault(service, Binding.NOTHING);
        refuseNameOfTask(service, bindings);
        Optional<Autoscaling> autoscaling = place.choice(Autoscaling.class)
                .filter(scaling ->
                        service.workload().isLongRunning() && own.volumes().isEmpty());
        autoscaling.ifPresent(scaling -> warnOfMemory(service, profile, scaling));
        List<NetworkEdge> edges = Stream.of(own.edges().stream(), callers(service, bindings), necessities(service))
                .flatMap(stream -> stream)
                .distinct()
                .toList();
        return new ServicePlan(
                service,
                image(service),
                sizing,
                autoscaling,
                profile,
                variables(service, profile, own),
                own.grants(),
                edges,
                own.tasks().stream().map(this::withNecessities).toList(),
                files(service, own),
                own.volumes(),
                own.secrets());
    }

    private void warnOfMemory(Service service, RuntimeProfile profile, Autoscaling scaling) {
        int limit = sizing.limits().mebibytes();
        int target = limit * scaling.memoryPercent() / PERCENT;
        int settled = profile.settledMebibytes(limit);
        if (settled > target) {
            problems.add(warning(
                    "autoscaling/memory",
                    scaling.origin(),
                    "The memory (%s MiB) that service %s keeps in environment %s is above the target (%s MiB); once scaled up it never comes down."
                            .formatted(
                                    settled, service.name(), place.environment().name(), target),
                    "choose a sizing with a higher memory limit, or a higher target."));
        }
    }

    /** The other end of each way that another service has to this one. */
    private static Stream<NetworkEdge> callers(Service service, Map<Service, Binding> bindings) {
        Peer self = new Peer.OfService(service.name());
        return bindings.entrySet().stream().flatMap(entry -> entry.getValue().edges().stream()
                .filter(edge -> edge.direction() == Direction.OUT && edge.peer().equals(self))
                .map(edge -> new NetworkEdge(
                        Direction.IN,
                        new Peer.OfService(entry.getKey().name()),
                        edge.port(),
                        edge.protocol(),
                        entry.getKey().name() + " " + edge.reason(),
                        edge.origin())));
    }

    private Task withNecessities(Task task) {
        return task.with(Stream.concat(task.edges().stream(), ofCluster()).toList());
    }

    private Stream<NetworkEdge> ofCluster() {
        return place.choice(Cluster.class).stream().flatMap(cluster -> cluster.necessities().stream());
    }

    private Stream<NetworkEdge> necessities(Service service) {
        Stream<NetworkEdge> scraping = service.workload().listensOn().stream()
                .mapToObj(port -> NetworkEdge.in(SCRAPER, port, "necessity: metrics", service.origin()));
        return Stream.concat(ofCluster(), scraping);
    }

    private String image(Service service) {
        if (service.image() instanceof Image.Published published) {
            return published.reference();
        }
        Optional<Registry> registry = place.choice(Registry.class);
        String repository = registry.map(known -> known.repository(service, place))
                .orElse(place.names().repository(service));
        boolean byDigest = registry.map(Registry::knowsDigests).orElse(true);
        String digest = byDigest ? inputs.digests().get(service.name()) : null;
        return digest == null ? repository + ":" + place.platform().release() : repository + "@" + digest;
    }

    private List<Variable> variables(Service service, RuntimeProfile profile, Binding own) {
        Map<String, Variable> byName = new TreeMap<>();
        for (Variable variable : own.variables()) {
            Variable other = byName.putIfAbsent(variable.name(), variable);
            if (other != null && !other.source().equals(variable.source())) {
                problems.add(conflict(service, variable, other.reason()));
            }
        }
        for (Service.Setting setting : service.variables()) {
            Variable declared = Variable.plain(setting.name(), setting.value(), "declared by the service");
            Variable other = byName.putIfAbsent(setting.name(), declared);
            if (other != null && !other.source().equals(declared.source())) {
                problems.add(conflict(service, declared, other.reason()));
            }
        }
        everywhere(service)
                .flatMap(binding -> binding.variables().stream())
                .forEach(variable -> byName.putIfAbsent(variable.name(), variable));
        profile.variables(service, place, sizing).forEach(variable -> byName.putIfAbsent(variable.name(), variable));
        return new ArrayList<>(byName.values());
    }

    private List<ConfigFile> files(Service service, Binding own) {
        FileChecks.of(service, own.files()).forEach(problems::add);
        Map<String, ConfigFile> byPath = new TreeMap<>();
        own.files().forEach(file -> byPath.putIfAbsent(file.path(), file));
        return new ArrayList<>(byPath.values());
    }

    private static Problem conflict(Service service, Variable variable, String other) {
        return error(
                "variable/conflict",
                service.origin(),
                "The variable (%s) of service %s is set by two (%s, %s) to different values."
                        .formatted(variable.name(), service.name(), other, variable.reason()),
                "remove or rename one of the two.");
    }
}
