package dev.slipway.trace;

import dev.slipway.plan.ServicePlan;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.Task;
import dev.slipway.review.Resource;
import dev.slipway.review.Tree;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Why a role may do what a statement says. */
record StatementTrace(Declarations declarations) {
    /** The needs of whom the role belongs to, or nothing where it is nobody's. */
    List<Cause> of(Resource role, Tree statement) {
        Mentions owner = Mentions.in(Provenance.pathInStack(role));
        List<String> actions = statement.get("Action").texts();
        Mentions resources =
                Mentions.in(statement.get("Resource").all().map(Tree::text).reduce("", (a, b) -> a + " " + b));
        Set<Cause> causes = new LinkedHashSet<>();
        for (ServicePlan service : declarations.plan().services()) {
            if (isOf(owner, service)) {
                List<Bound> granting = granting(service, actions);
                List<Bound> named = resources.among(granting.isEmpty() ? reading(service) : granting);
                (named.isEmpty() ? granting : named).forEach(need -> causes.add(need.cause()));
            }
        }
        return List.copyOf(causes);
    }

    private static boolean isOf(Mentions owner, ServicePlan service) {
        return owner.has(service.name())
                || service.tasks().stream().map(Task::name).anyMatch(owner::has);
    }

    private List<Bound> granting(ServicePlan service, List<String> actions) {
        return declarations
                .bound(service, binding -> Stream.concat(
                                binding.grants().stream(),
                                binding.tasks().stream().flatMap(task -> task.grants().stream()))
                        .map(Grant::actions)
                        .anyMatch(granted -> granted.stream().anyMatch(actions::contains)))
                .toList();
    }

    /** Those that have a value brought to their pods, which External Secrets must be allowed to read. */
    private List<Bound> reading(ServicePlan service) {
        return declarations
                .bound(service, binding -> true)
                .filter(need -> need.reads().findAny().isPresent())
                .toList();
    }
}
