package dev.slipway.capability.streaming.lag;

import dev.slipway.capability.streaming.Consumes;
import dev.slipway.plan.Place;
import dev.slipway.plan.Planned;
import dev.slipway.plan.operation.ScalesReplicas;
import dev.slipway.plan.problem.Problem;
import dev.slipway.platform.Declares;
import dev.slipway.platform.Origin;
import dev.slipway.platform.Service;
import dev.slipway.render.aws.AddsToStacks;
import dev.slipway.render.aws.EnvironmentStage;
import dev.slipway.render.kubernetes.Manifests;
import dev.slipway.render.kubernetes.RunsInCluster;
import java.util.stream.Stream;

/**
 * Scales consumers by how many events they have still to read, through KEDA, between the bounds of the environment's
 * autoscaling. A server that consumes is scaled by its use of CPU and memory too; a worker by its lag alone.
 *
 * <pre>{@code
 * Environment.named("prod").with(keda(), autoscale(3, 12), scaledOnLag(500))
 * }</pre>
 *
 * @param events how many unread events of a topic one replica is to have at most, on average
 */
@Declares
public record LagScaling(int events, Origin origin) implements Planned, ScalesReplicas, AddsToStacks, RunsInCluster {
    /** What a replica that takes 20 ms for an event reads in two seconds. */
    public static final int DEFAULT_EVENTS = 100;

    /** With {@value #DEFAULT_EVENTS} unread events a replica. */
    public static LagScaling scaledOnLag() {
        return scaledOnLag(DEFAULT_EVENTS);
    }

    /** With so many unread events a replica. */
    public static LagScaling scaledOnLag(int events) {
        return new LagScaling(events, Origin.here());
    }

    @Override
    public boolean scales(Service service) {
        return service.workload().isLongRunning()
                && !service.needs(Consumes.class).isEmpty();
    }

    @Override
    public boolean readsResourcesOf(Service service) {
        return service.workload().listensOn().isPresent();
    }

    @Override
    public Stream<Problem> check(Place place) {
        return new LagChecks(this, place).all();
    }

    @Override
    public void provision(EnvironmentStage stage) {
        KedaRole.provision(stage, this);
    }

    @Override
    public void deploy(Manifests manifests) {
        manifests.plan().services().stream()
                .filter(plan -> scales(plan.service()) && plan.autoscaling().isPresent())
                .forEach(plan -> new ScaledObject(manifests, plan, this).add());
    }
}
