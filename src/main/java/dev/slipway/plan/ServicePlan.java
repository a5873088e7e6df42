package dev.slipway.plan;

import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Variable;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is decided about one service in one environment.
 *
 * @param image registry, repository, and tag or digest
 * @param autoscaling where the number of replicas is left to an autoscaler
 * @param variables by name
 * @param edges of its own needs, of those who call it, and the necessities
 */
public record ServicePlan(
        Service service,
        String image,
        Sizing sizing,
        Optional<Autoscaling> autoscaling,
        RuntimeProfile profile,
        List<Variable> variables,
        List<Grant> grants,
        List<NetworkEdge> edges) {
    public ServicePlan {
        variables = List.copyOf(variables);
        grants = List.copyOf(grants);
        edges = List.copyOf(edges);
    }

    public String name() {
        return service.name();
    }

    /** The least number of replicas that run at any time. */
    public int minReplicas() {
        return autoscaling.map(Autoscaling::min).orElse(sizing.replicas());
    }

    /** The variables whose value has a source of the given kind. */
    public <S extends Variable.Source> List<S> sources(Class<S> kind) {
        return variables.stream()
                .map(Variable::source)
                .filter(kind::isInstance)
                .map(kind::cast)
                .distinct()
                .toList();
    }

    /** Whether any of its variables is read from AWS: a parameter or a secret. */
    public boolean readsFromAws() {
        return !sources(Variable.Source.FromParameter.class).isEmpty()
                || !sources(Variable.Source.FromSecret.class).isEmpty();
    }
}
