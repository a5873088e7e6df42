package dev.slipway.plan;

import dev.slipway.plan.binding.ConfigFile;
import dev.slipway.plan.binding.GeneratedSecret;
import dev.slipway.plan.binding.Grant;
import dev.slipway.plan.binding.NetworkEdge;
import dev.slipway.plan.binding.Task;
import dev.slipway.plan.binding.Variable;
import dev.slipway.plan.binding.VolumeClaim;
import dev.slipway.platform.Autoscaling;
import dev.slipway.platform.Service;
import dev.slipway.platform.Sizing;
import dev.slipway.platform.Workload;
import dev.slipway.platform.Workload.Overlap;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is decided about one service in one environment.
 *
 * @param image registry, repository, and tag or digest
 * @param autoscaling where the number of replicas is left to an autoscaler
 * @param variables by name
 * @param edges of its own needs, of those who call it, and the necessities
 * @param tasks that have to run before it can
 * @param files by path
 * @param volumes that each replica has for itself, in the order of declaration
 * @param secrets that have to be made in the cluster for it
 */
public record ServicePlan(
        Service service,
        String image,
        Sizing sizing,
        Optional<Autoscaling> autoscaling,
        RuntimeProfile profile,
        List<Variable> variables,
        List<Grant> grants,
        List<NetworkEdge> edges,
        List<Task> tasks,
        List<ConfigFile> files,
        List<VolumeClaim> volumes,
        List<GeneratedSecret> secrets) {
    private static final int OF_A_ROLLOUT = 2;

    public ServicePlan {
        variables = List.copyOf(variables);
        grants = List.copyOf(grants);
        edges = List.copyOf(edges);
        tasks = List.copyOf(tasks);
        files = List.copyOf(files);
        volumes = List.copyOf(volumes);
        secrets = List.copyOf(secrets);
    }

    public String name() {
        return service.name();
    }

    /** The most pods that there are at a time: the replicas at their maximum, and in a rollout one that starts and one that leaves. */
    public int mostPods() {
        if (isStateful()) {
            return sizing.replicas();
        }
        return service.workload().isLongRunning()
                ? autoscaling.map(Autoscaling::max).orElse(sizing.replicas()) + OF_A_ROLLOUT
                : overlapping();
    }

    private int overlapping() {
        return service.workload() instanceof Workload.Scheduled scheduled && scheduled.overlap() != Overlap.FORBID
                ? 2
                : 1;
    }

    /** Whether its replicas are no copies of each other, as each has a disk of its own. */
    public boolean isStateful() {
        return !volumes.isEmpty();
    }

    /** The least number of replicas that run at any time. */
    public int minReplicas() {
        return autoscaling.map(Autoscaling::min).orElse(sizing.replicas());
    }
}
