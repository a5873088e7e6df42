package dev.slipway.trace;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.operation.VerticalAutoscaling;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.operation.NamespaceQuota;
import dev.slipway.review.Manifest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why there is a Kubernetes object that the plan itself has become: those of choices say whose they are. */
record ObjectTrace(Declarations declarations) {
    /** The most specific first. Empty where the plan knows nothing of it. */
    List<Cause> of(Manifest object) {
        return declarations
                .service(object.file())
                .map(service -> of(service, object))
                .orElseGet(() -> ofEnvironment(object));
    }

    private List<Cause> of(ServicePlan service, Manifest object) {
        Optional<String> owner = Stream.concat(
                        Stream.of(service.name()), service.tasks().stream().map(Task::name))
                .filter(name -> isOf(object.name(), name))
                .max(Comparator.comparingInt(String::length));
        if (owner.isEmpty()) {
            return List.of();
        }
        List<Cause> causes = new ArrayList<>();
        service.tasks().stream()
                .filter(task -> task.name().equals(owner.get()))
                .forEach(task -> causes.addAll(declarations.of(task, service)));
        if (causes.isEmpty()) {
            causes.addAll(reasons(service, object));
        }
        causes.add(Declarations.of(service.service()));
        return causes;
    }

    /** {@code order-secrets} and {@code order.files} are of {@code order}. */
    private static boolean isOf(String name, String owner) {
        return name.equals(owner) || name.startsWith(owner + "-") || name.startsWith(owner + ".");
    }

    private List<Cause> reasons(ServicePlan service, Manifest object) {
        return switch (object.kind()) {
            case "ExternalSecret", "SecretStore" ->
                declarations.causes(
                        service, binding -> binding.variables().stream().anyMatch(ObjectTrace::isOnAws));
            case "ConfigMap" ->
                object.name().endsWith(".files")
                        ? declarations.causes(
                                service, binding -> !binding.files().isEmpty())
                        : List.of();
            case "HorizontalPodAutoscaler", "ScaledObject", "TriggerAuthentication" ->
                declarations.choice(Autoscaling.class).map(List::of).orElse(List.of());
            case "VerticalPodAutoscaler" ->
                declarations.choice(VerticalAutoscaling.class).map(List::of).orElse(List.of());
            case "StatefulSet" ->
                declarations.causes(service, binding -> !binding.volumes().isEmpty());
            case "ApplicationNetworkPolicy" ->
                declarations.causes(service, binding -> binding.edges().stream()
                        .anyMatch(edge -> edge.peer() instanceof dev.slipway.plan.binding.NetworkEdge.Peer.OfHost));
            default -> List.of();
        };
    }

    private static boolean isOnAws(Variable variable) {
        return variable.source() instanceof Variable.Source.FromParameter
                || variable.source() instanceof Variable.Source.FromSecret;
    }

    private List<Cause> ofEnvironment(Manifest object) {
        String name = object.name();
        return switch (object.kind()) {
            case "Namespace" ->
                List.of(new Cause(
                        "environment " + declarations.plan().name(),
                        declarations.plan().environment().origin()));
            case "ResourceQuota", "LimitRange" ->
                List.of(declarations
                        .choice(NamespaceQuota.class)
                        .orElseGet(() -> declarations.byDefault("what its pods may use together")));
            case "PriorityClass" -> List.of(declarations.byDefault("what is evicted first"));
            default ->
                name.equals("namespace.default-deny")
                        ? List.of(declarations.byDefault("nothing is reached that nobody declared"))
                        : credentials(name);
        };
    }

    /** The job that makes the secrets of the cluster, where needs have become some. */
    private List<Cause> credentials(String name) {
        return name.startsWith("platform.credentials") || name.startsWith("platform-credentials")
                ? declarations.causes(binding -> !binding.secrets().isEmpty())
                : List.of();
    }
}
