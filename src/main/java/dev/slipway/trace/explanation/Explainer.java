package dev.slipway.trace.explanation;

import dev.slipway.plan.EnvironmentPlan;
import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.NetworkEdge.Direction;
import dev.slipway.plan.binding.NetworkEdge.Peer;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.Variable.Source;
import dev.slipway.review.Resource;
import dev.slipway.review.Synthesis;
import dev.slipway.review.Tree;
import dev.slipway.review.permission.Permissions;
import dev.slipway.trace.Cause;
import dev.slipway.trace.Trace;
import dev.slipway.trace.explanation.Explanation.Item;
import dev.slipway.trace.explanation.Explanation.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Explains services from what was rendered. */
public record Explainer(Trace trace, Synthesis synthesis) {
    private static final String ROLE = "AWS::IAM::Role";

    /**
     * Everything that a service has become in an environment.
     *
     * @throws IllegalArgumentException where the environment has no such service
     */
    public Explanation explain(EnvironmentPlan environment, String service) {
        ServicePlan plan = environment.services().stream()
                .filter(candidate -> candidate.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no service (%s) in environment %s.".formatted(service, environment.name())));
        String name = environment.name();
        List<Section> sections = Stream.of(
                        new Section("variables", variables(name, plan)),
                        new Section("permissions", permissions(name, service)),
                        new Section("ways on the network", ways(name, plan)),
                        new Section("Kubernetes objects", objects(name, service)),
                        new Section("AWS resources", resources(name, service)))
                .filter(section -> !section.items().isEmpty())
                .toList();
        return new Explanation(service, name, plan.service().origin(), sections);
    }

    private List<Item> variables(String environment, ServicePlan plan) {
        return plan.variables().stream()
                .map(variable -> new Item(
                        variable.name(),
                        source(variable),
                        trace.causesOfVariable(environment, plan.name(), variable.name())))
                .toList();
    }

    private static String source(Variable variable) {
        Source source = variable.source();
        if (source instanceof Source.FromParameter parameter) {
            return "from parameter " + parameter.parameter().name();
        }
        if (source instanceof Source.FromSecret secret) {
            return "from secret %s, %s".formatted(secret.secret(), secret.property());
        }
        return source instanceof Source.FromClusterSecret secret
                ? "from Secret %s, %s".formatted(secret.secret(), secret.key())
                : "= " + ((Source.Plain) source).value();
    }

    /** Of every role that is the service's or is there for it. */
    private List<Item> permissions(String environment, String service) {
        List<Item> items = new ArrayList<>();
        for (Resource role : synthesis.resources(environment, ROLE)) {
            if (isOf(trace.causes(role), service)) {
                role.property("Policies")
                        .all()
                        .filter(tree -> tree.get("Effect").exists())
                        .forEach(statement -> items.add(new Item(
                                String.join(", ", statement.get("Action").texts()),
                                "on " + resourcesOf(role, statement),
                                trace.causes(role, statement))));
            }
        }
        return items;
    }

    private static String resourcesOf(Resource role, Tree statement) {
        Tree resources = statement.get("Resource");
        List<Tree> all = resources.items().isEmpty() ? List.of(resources) : resources.items();
        return String.join(
                ", ",
                all.stream()
                        .map(resource -> Permissions.textOf(role.template(), resource))
                        .toList());
    }

    private List<Item> ways(String environment, ServicePlan plan) {
        return plan.edges().stream()
                .map(edge -> new Item(
                        "%s %s".formatted(edge.direction() == Direction.IN ? "from" : "to", peer(edge)),
                        "on %s %s".formatted(edge.protocol().name(), edge.port()),
                        trace.causes(environment, plan.name(), edge)))
                .toList();
    }

    private static String peer(NetworkEdge edge) {
        if (edge.peer() instanceof Peer.OfService service) {
            return "service " + service.service();
        }
        if (edge.peer() instanceof Peer.OfSubnets subnets) {
            return "%s subnets".formatted(subnets.tier().name().toLowerCase(Locale.ROOT));
        }
        if (edge.peer() instanceof Peer.OfHost host) {
            return host.host();
        }
        return edge.peer() instanceof Peer.OfRange range
                ? range.range().toString()
                : "namespace %s %s"
                        .formatted(((Peer.OfPods) edge.peer()).namespace(), ((Peer.OfPods) edge.peer()).labels());
    }

    private List<Item> objects(String environment, String service) {
        return synthesis.manifests(environment).stream()
                .map(object -> new Item("%s %s".formatted(object.kind(), object.name()), "", trace.causes(object)))
                .filter(item -> isOf(item.causes(), service))
                .toList();
    }

    private List<Item> resources(String environment, String service) {
        return synthesis.templates(environment).stream()
                .flatMap(template -> template.resources().stream())
                .map(resource -> new Item(
                        "%s %s".formatted(resource.type(), resource.id()),
                        "in " + resource.template().path(),
                        trace.causes(resource)))
                .filter(item -> isOf(item.causes(), service))
                .toList();
    }

    /** What serves all that ask for it has their choice as its first cause, and is nobody's alone. */
    private static boolean isOf(List<Cause> causes, String service) {
        boolean isForSome = causes.stream().findFirst().stream().noneMatch(Explainer::isChoice);
        return isForSome && causes.stream().anyMatch(cause -> cause.isOf(service));
    }

    private static boolean isChoice(Cause cause) {
        return cause.isDefault()
                || cause.declared().startsWith("environment ")
                || cause.declared().startsWith("platform ");
    }
}
